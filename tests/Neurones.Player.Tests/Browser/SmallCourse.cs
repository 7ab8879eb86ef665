using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Browser;

/// <summary>A course of one lesson that runs in a moment: text, printed lines, a display that a later cell updates, one in two forms, an error and an exercise.</summary>
internal static class SmallCourse
{
    public const int Cells = 4;

    public static TemporaryFolder Write()
    {
        var folder = new TemporaryFolder();
        TestNotebook.Write(
            folder["notebooks/en/01-first.ipynb"],
            TestNotebook.Markdown("# 1 · First\n\nA [link](https://example.org/)."),
            TestNotebook.Code("Console.WriteLine(\"one\");\nConsole.WriteLine(\"two\");\nvar kept = 20;\nvar shown = display(\"first\");"),
            TestNotebook.Code("display(HTML(\"<b>bold</b>\"));\nshown.Update(\"second\");\nkept + 1"),
            TestNotebook.Code("throw new InvalidOperationException(\"on purpose\");", "raises-exception"),
            TestNotebook.Markdown("## Exercise"),
            TestNotebook.Code("\"Not started: say the word.\"", "exercise"));
        return folder;
    }
}
