using System.Text.Json.Serialization;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.IpBlocks;
using OvhIplb.Api.Ips;
using OvhIplb.Api.LoadBalancers;

namespace OvhIplb.Api.Json;

/// <summary>Every type that crosses the wire.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(IReadOnlyList<long>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<IpBlock>))]
[JsonSerializable(typeof(Details))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(Ip))]
[JsonSerializable(typeof(IpTask))]
[JsonSerializable(typeof(MoveDestinations))]
[JsonSerializable(typeof(MoveRequest))]
[JsonSerializable(typeof(LoadBalancer))]
[JsonSerializable(typeof(LoadBalancerTask))]
[JsonSerializable(typeof(Certificate))]
[JsonSerializable(typeof(IReadOnlyList<NatIps>))]
[JsonSerializable(typeof(IReadOnlyList<InstanceState>))]
[JsonSerializable(typeof(IReadOnlyList<PendingChanges>))]
[JsonSerializable(typeof(IReadOnlyList<DefinedFrontend>))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(FreeCertificateRequest))]
[JsonSerializable(typeof(LoadBalancerStatus))]
[JsonSerializable(typeof(CertificateUpload))]
[JsonSerializable(typeof(RenameRequest))]
internal sealed partial class ApiJson : JsonSerializerContext;
