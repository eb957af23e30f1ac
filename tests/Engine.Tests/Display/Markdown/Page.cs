using Engine.Display;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Comment = Engine.Display.Markdown.Comment;

namespace Engine.Tests.Display.Markdown;

/// <summary>A comment as a Markdown processor that nobody here wrote understands it.</summary>
internal sealed class Page
{
    private readonly MarkdownDocument _document;

    public Page(Contents contents)
    {
        Text = Comment.Of(contents);
        _document = Markdig.Markdown.Parse(Text, new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build());
    }

    public string Text { get; }

    /// <summary>The rows of all tables below their headings, each cell as what it shows.</summary>
    public string[][] Rows => [.. _document.Descendants<TableRow>().Where(row => !row.IsHeader).Select(row => row.Select(Shown).ToArray())];

    /// <summary>What stands in the fences.</summary>
    public string[] Fences => [.. _document.Descendants<FencedCodeBlock>().Select(fence => fence.Lines.ToString())];

    /// <summary>The lines that are HTML.</summary>
    public string[] Html =>
    [
        .. _document.Descendants<HtmlBlock>().SelectMany(block => block.Lines.ToString().Split('\n')),
        .. _document.Descendants<HtmlInline>().Select(inline => inline.Tag),
    ];

    /// <summary>All text that is not code: what could mention somebody.</summary>
    public string Prose => string.Join('\n', _document.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));

    // GitHub takes the backslash before a pipe away before it looks for code; this processor leaves it there.
    private static string Shown(Block cell) => string.Concat(cell.Descendants<Inline>().Select(inline => inline switch
    {
        CodeInline code => code.Content.Replace("\\|", "|", StringComparison.Ordinal),
        LiteralInline literal => literal.Content.ToString(),
        _ => "",
    }));
}
