namespace OvhIplb.Components.Tests.Mocks;

public sealed class ConfigTests
{
    [Fact]
    public async Task It_is_read_from_the_stack_and_absent_without_it()
    {
        await new Account().UpdateAsync(() =>
        {
            Assert.Null(Config.Endpoint);
            Assert.Null(Config.PollInterval);
        });
    }

    [Fact]
    public async Task What_a_program_sets_is_what_it_reads()
    {
        await new Account().UpdateAsync(() =>
        {
            Config.ConsumerKey = "set here";
            Assert.Equal("set here", Config.ConsumerKey);
        });
    }
}
