using OvhIplb.Provider.Framework.Schema;
using OvhIplb.Provider.Ownership;

namespace OvhIplb.Provider.Tests.Ownership;

/// <summary>The engine's order: every declared resource is checked, then diffed and created; deletes come last.</summary>
public sealed class ClaimsTests
{
    private static readonly ClaimedObject Block = new(ClaimKind.Ip, "192.0.2.10/32", "lb-1/192.0.2.10/32");

    private readonly Claims _claims = new();

    [Fact]
    public void An_object_that_only_the_deleted_entry_declared_has_no_holder()
    {
        _claims.Declare(Block, "a", isNew: false);

        Assert.Null(_claims.GiveUp(Block, "a"));
    }

    [Fact]
    public void A_renamed_resource_holds_the_object_of_its_old_entry()
    {
        _claims.Declare(Block, "new", isNew: true);

        Assert.Equal("new", _claims.GiveUp(Block, "old"));
    }

    [Fact]
    public void A_resource_that_adopted_the_object_holds_it_after_its_own_entry_is_gone()
    {
        _claims.MarkMade(Block, "new");

        Assert.Equal("new", _claims.GiveUp(Block, "old"));
        Assert.Equal("new", _claims.HolderBesides(Block, "old"));
    }

    [Fact]
    public void Of_two_deleted_entries_the_second_finds_no_holder()
    {
        _claims.Declare(Block, "a", isNew: false);
        _claims.Declare(Block, "b", isNew: false);

        Assert.Equal("b", _claims.GiveUp(Block, "a"));
        Assert.Null(_claims.GiveUp(Block, "b"));
    }

    [Fact]
    public void A_look_at_the_holder_changes_no_answer()
    {
        _claims.Declare(Block, "a", isNew: false);
        _claims.Declare(Block, "b", isNew: false);

        Assert.Equal("b", _claims.HolderBesides(Block, "a"));
        Assert.Equal("b", _claims.HolderBesides(Block, "a"));
        Assert.Equal("a", _claims.HolderBesides(Block, "b"));
    }

    [Fact]
    public void An_entry_that_continues_holds_the_object_of_its_predecessor_of_the_same_urn()
    {
        _claims.Declare(Block, "a", isNew: false);
        _claims.MarkContinuing(Block.Id!, "a", PropertyBag.Empty);

        Assert.Equal("a", _claims.GiveUp(Block, "a"));
    }

    [Fact]
    public void A_resource_that_is_checked_as_new_for_the_second_time_is_replaced_and_continues()
    {
        _claims.Declare(Block, "a", isNew: true);
        _claims.Declare(Block, "a", isNew: true);

        Assert.Equal("a", _claims.GiveUp(Block, "a"));
    }

    [Fact]
    public void A_comparison_marks_only_what_the_program_declares_as_continuing()
    {
        _claims.Hold(Block, "read");
        _claims.MarkCompared(Block.Id!, "read", PropertyBag.Empty);
        Assert.Null(_claims.GiveUp(Block, "read"));

        _claims.Declare(Block, "declared", isNew: false);
        _claims.MarkCompared(Block.Id!, "declared", PropertyBag.Empty);
        Assert.Equal("declared", _claims.GiveUp(Block, "declared"));
    }

    [Fact]
    public void Two_ids_for_one_object_are_rivals_once_both_are_known()
    {
        Assert.Null(_claims.Declare(Block with { Id = null }, "a", isNew: true));
        Assert.Null(_claims.Declare(Block, "b", isNew: true));
        Assert.Equal("b", _claims.Declare(Block with { Id = "lb-2/192.0.2.10/32" }, "a", isNew: false));
        Assert.Null(_claims.Declare(Block, "a", isNew: false));
    }

    [Fact]
    public void Another_id_under_the_same_urn_makes_room()
    {
        _claims.Declare(Block, "a", isNew: false);

        Assert.False(_claims.IsDeclaredOtherwise(Block, "a"));
        Assert.True(_claims.IsDeclaredOtherwise(Block with { Id = "other" }, "a"));
        Assert.False(_claims.IsDeclaredOtherwise(Block with { Key = "192.0.2.11/32", Id = "other" }, "a"));
        Assert.False(_claims.IsDeclaredOtherwise(Block with { Id = "other" }, "b"));
    }

    [Fact]
    public void Objects_on_a_load_balancer_are_found_by_the_id_they_are_declared_with()
    {
        _claims.Declare(Block, "a", isNew: true);
        _claims.Declare(new ClaimedObject(ClaimKind.Ip, "192.0.2.11/32", "lb-11/192.0.2.11/32"), "b", isNew: true);
        _claims.Declare(new ClaimedObject(ClaimKind.Ip, "192.0.2.12/32", Id: null), "c", isNew: true);
        _claims.Declare(new ClaimedObject(ClaimKind.FreeCertificate, "lb-1/a.example", "lb-1/a.example"), "d", isNew: true);

        Assert.Equal(["192.0.2.10/32"], _claims.DeclaredOn(ClaimKind.Ip, "lb-1"));
    }

    [Fact]
    public void An_origin_is_known_by_id_and_urn_until_the_next_command()
    {
        _claims.MarkContinuing(Block.Id!, "a", PropertyBag.Empty.With(Origin.Property, Origin.Imported));

        Assert.Equal(Origin.Imported, _claims.OriginOf(Block.Id!, "a"));
        Assert.Null(_claims.OriginOf(Block.Id!, "b"));
        Assert.Null(_claims.OriginOf("lb-2/192.0.2.10/32", "a"));

        _claims.Clear();
        Assert.Null(_claims.OriginOf(Block.Id!, "a"));
    }

    [Fact]
    public void Nothing_of_one_command_is_known_in_the_next()
    {
        _claims.Declare(Block, "a", isNew: true);
        _claims.MarkMade(Block, "a");
        _claims.Clear();

        Assert.Null(_claims.GiveUp(Block, "b"));
        Assert.Empty(_claims.DeclaredOn(ClaimKind.Ip, "lb-1"));
    }
}
