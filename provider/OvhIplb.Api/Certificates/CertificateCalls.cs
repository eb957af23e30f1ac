using OvhIplb.Api.Json;
using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Api.Certificates;

/// <summary>The calls about a load balancer's certificates. All throw <see cref="Errors.OvhApiException"/>.</summary>
public sealed class CertificateCalls
{
    private readonly Connection _connection;

    internal CertificateCalls(Connection connection) => _connection = connection;

    /// <summary>
    /// <c>POST …/freeCertificate</c>: orders one certificate for all the names. Never repeated by itself once it was sent.
    /// </summary>
    /// <param name="serviceName">The load balancer.</param>
    /// <param name="fqdns">Names that point to the load balancer.</param>
    /// <param name="cancellationToken">Gives up before the order is sent; once it is, its answer is waited for.</param>
    public Task<LoadBalancerTask> OrderFreeAsync(string serviceName, IReadOnlyList<string> fqdns, CancellationToken cancellationToken)
        => _connection.PostAsync(
            $"{LoadBalancerCalls.PathOf(serviceName)}/freeCertificate",
            new FreeCertificateRequest(fqdns),
            ApiJson.Default.FreeCertificateRequest,
            ApiJson.Default.LoadBalancerTask,
            cancellationToken);

    /// <summary><c>GET …/ssl</c>: numbers of the certificates that pass every filter.</summary>
    public Task<IReadOnlyList<long>> ListAsync(string serviceName, CertificateFilter filter, CancellationToken cancellationToken)
        => _connection.GetAsync(PathOf(serviceName) + filter.ToQuery(), ApiJson.Default.IReadOnlyListInt64, cancellationToken);

    /// <summary><c>GET …/ssl/{id}</c></summary>
    public Task<Certificate> GetAsync(string serviceName, long id, CancellationToken cancellationToken)
        => _connection.GetAsync(PathOf(serviceName, id), ApiJson.Default.Certificate, cancellationToken);

    /// <summary>
    /// <c>POST …/ssl</c>: uploads a certificate of one's own; it is there with the answer, and live after a refresh. Never repeated by
    /// itself once it was sent. A certificate that is there already is a <see cref="Errors.ConflictException"/> or an
    /// <see cref="Errors.InvalidRequestException"/>.
    /// </summary>
    /// <param name="serviceName">The load balancer.</param>
    /// <param name="upload">PEM texts. No message will show the key.</param>
    /// <param name="cancellationToken">Gives up before the certificate is sent; once it is, the answer is waited for.</param>
    public Task<Certificate> UploadAsync(string serviceName, CertificateUpload upload, CancellationToken cancellationToken)
    {
        _connection.Hide(upload.Key);
        return _connection.PostAsync(
            PathOf(serviceName), upload, ApiJson.Default.CertificateUpload, ApiJson.Default.Certificate, cancellationToken);
    }

    /// <summary>
    /// <c>PUT …/ssl/{id}</c>: changes what a certificate is called, its only property that can be changed; null for nothing.
    /// </summary>
    public Task RenameAsync(string serviceName, long id, string? displayName, CancellationToken cancellationToken)
        => _connection.PutAsync(PathOf(serviceName, id), new RenameRequest(displayName), ApiJson.Default.RenameRequest, cancellationToken);

    /// <summary>
    /// <c>DELETE …/ssl/{id}</c>: documented for uploaded certificates; what the API does with ordered ones is not. Repeated where the
    /// answer was lost; that there is nothing left to delete is then a success.
    /// </summary>
    public Task DeleteAsync(string serviceName, long id, CancellationToken cancellationToken)
        => _connection.DeleteAsync(PathOf(serviceName, id), cancellationToken);

    private static string PathOf(string serviceName) => $"{LoadBalancerCalls.PathOf(serviceName)}/ssl";

    private static string PathOf(string serviceName, long id) => $"{PathOf(serviceName)}/{Paths.Segment(id)}";
}
