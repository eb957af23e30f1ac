using System.Reflection;
using CsCheck;
using OpenApi;
using OvhIplb.Api.Authentication;
using OvhIplb.Api.Certificates;
using OvhIplb.Api.Ips;
using OvhIplb.Api.Json;
using OvhIplb.Api.LoadBalancers;
using OvhIplb.Api.Tests.Failures;

namespace OvhIplb.Api.Tests.Schemas;

/// <summary>The client against OVH's own schemas, where they are beside the repository.</summary>
public sealed class DecodingTests
{
    public static TheoryData<string> Declared
        => [.. ApiCalls.All.Select(call => call.Name).Where(name => !name.Contains("/auth/", StringComparison.Ordinal))];

    public static TheoryData<Type, string> Enumerations => new()
    {
        { typeof(IpTaskFunction), "ip.TaskFunctionEnum" },
        { typeof(IpTaskStatus), "ip.TaskStatusEnum" },
        { typeof(IpType), "ip.IpTypeEnum" },
        { typeof(LoadBalancerState), "ipLoadbalancing.IpStateEnum" },
        { typeof(LoadBalancerTaskAction), "ipLoadbalancing.TaskActionEnum" },
        { typeof(LoadBalancerTaskStatus), "ipLoadbalancing.TaskStatusEnum" },
        { typeof(SslConfiguration), "ipLoadbalancing.SslConfigurationEnum" },
        { typeof(CertificateType), "ipLoadbalancing.SslTypeEnum" },
        { typeof(Health), "ipLoadbalancing.status.Enum" },
    };

    [Theory]
    [MemberData(nameof(Declared))]
    public void Every_answer_the_schema_allows_is_read(string name)
    {
        Assert.SkipUnless(OvhDocuments.AreThere, OvhDocuments.Absent);
        var call = ApiCalls.All.Single(one => one.Name == name);
        var operation = OvhDocuments.Load().Select(document => document.Find(call.Method, call.Path)).OfType<Operation>().Single();
        Assert.Equal(name.Split(' ')[1], operation.Template);
        if (operation.Answer is not { } schema)
        {
            Assert.Contains(call.Method, new[] { "PUT", "DELETE" });
            return;
        }

        new AnswerGenerator(operation.Document).Of(schema).Sample(
            answer =>
            {
                using var api = new Wire.Api();
                api.Transport.Answer(answer!.ToJsonString());
                var read = call.SendAsync(api.Client, TestContext.Current.CancellationToken);
                Assert.True(read.IsCompletedSuccessfully, $"{answer.ToJsonString()}\n{read.Exception}");
            },
            iter: 200);
    }

    [Theory]
    [MemberData(nameof(Enumerations))]
    public void Every_word_of_an_enumeration_is_known(Type type, string schema)
    {
        Assert.SkipUnless(OvhDocuments.AreThere, OvhDocuments.Absent);
        var declared = OvhDocuments.Load()[schema.StartsWith("ip.", StringComparison.Ordinal) ? 0 : 1].Enumeration(schema);
        var known = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(word => word.GetValue(null)!.ToString()!);
        Assert.Equal(declared.Order(), known.Order());
    }

    [Fact]
    public void Every_enumeration_of_the_client_is_compared()
    {
        var compared = Enumerations.Select(row => row.Data.Item1);
        var types = typeof(OvhClient).Assembly.GetTypes().Where(type => type.GetInterfaces().Any(
            one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IOpenEnumeration<>)));
        Assert.Equal([typeof(AccountMethod)], types.Except(compared));
    }
}
