using System.Collections.Immutable;
using Pulumi.Utilities;

namespace OvhIplb.Components.Tests.Mocks;

public sealed class FailoverAttachmentTests
{
    [Fact]
    public async Task Its_arguments_arrive_under_the_names_of_the_schema()
    {
        var account = new Account();
        await account.UpdateAsync(() =>
        {
            _ = new FailoverAttachment("web", new FailoverAttachmentArgs
            {
                ServiceName = "lb-1",
                Ip = "192.0.2.10",
                AutoRefresh = false,
                OnDelete = AttachmentDeletion.Retain,
            });
        });
        var declared = account.Resources["web"];
        Assert.Equal("ovh-iplb:index:FailoverAttachment", declared.Type);
        Assert.Equal(["autoRefresh", "ip", "onDelete", "serviceName"], declared.Inputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("lb-1", declared.Inputs["serviceName"]);
        Assert.Equal("192.0.2.10", declared.Inputs["ip"]);
        Assert.Equal(false, declared.Inputs["autoRefresh"]);
        Assert.Equal("retain", declared.Inputs["onDelete"]);
    }

    [Fact]
    public async Task What_is_not_given_is_not_sent()
    {
        var account = new Account();
        await account.UpdateAsync(() =>
        {
            _ = new FailoverAttachment("web", new() { ServiceName = "lb-1", Ip = "192.0.2.10" });
        });
        Assert.Equal(["ip", "serviceName"], account.Resources["web"].Inputs.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_the_provider_answers_is_typed()
    {
        var account = new Account
        {
            State = new Dictionary<string, object>
            {
                ["ipBlock"] = "192.0.2.10/32",
                ["origin"] = "created",
                ["phase"] = "live",
                ["revision"] = "7",
            }.ToImmutableDictionary(),
        };
        await account.UpdateAsync(async () =>
        {
            var attachment = new FailoverAttachment("web", new()
            {
                ServiceName = "lb-1",
                Ip = "192.0.2.10",
                AutoRefresh = true,
                OnDelete = AttachmentDeletion.Park,
            });
            Assert.Equal("192.0.2.10/32", await OutputUtilities.GetValueAsync(attachment.IpBlock));
            Assert.Equal("7", await OutputUtilities.GetValueAsync(attachment.Revision));
            Assert.Equal(AttachmentDeletion.Park, await OutputUtilities.GetValueAsync(attachment.OnDelete));
            Assert.True(await OutputUtilities.GetValueAsync(attachment.AutoRefresh));
            Assert.Null(await OutputUtilities.GetValueAsync(attachment.TaskId));
            Assert.Equal("web-id", await OutputUtilities.GetValueAsync(attachment.Id));
        });
    }

    [Fact]
    public async Task Get_reads_what_is_there_and_declares_nothing()
    {
        var account = new Account
        {
            State = ImmutableDictionary<string, object>.Empty.Add("ipBlock", "192.0.2.10/32").Add("serviceName", "lb-1"),
        };
        await account.UpdateAsync(async () =>
        {
            var attachment = FailoverAttachment.Get("web", "lb-1/192.0.2.10/32");
            Assert.Equal("lb-1", await OutputUtilities.GetValueAsync(attachment.ServiceName));
            Assert.Equal("lb-1/192.0.2.10/32", await OutputUtilities.GetValueAsync(attachment.Id));
        });
        var read = account.Resources["web"];
        Assert.Equal("ovh-iplb:index:FailoverAttachment", read.Type);
        Assert.Equal("lb-1/192.0.2.10/32", read.Id);
        Assert.Empty(read.Inputs);
    }
}
