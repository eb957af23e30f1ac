namespace Engine.Secrets;

/// <summary>Encrypts what is secret in a state or a configuration file.</summary>
internal interface ISecretsCipher
{
    /// <summary>What <c>secrets_providers.state.salt</c> holds, so that the key can be made again.</summary>
    string Salt { get; }

    string Encrypt(string plain);

    /// <exception cref="UserException">The text was encrypted with another key or is damaged.</exception>
    string Decrypt(string cipher);
}
