using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Neurones.Player.Tests.Browser;

/// <summary>axe-core, which looks for what keeps people out of a page: the rules of WCAG 2.2 AA, and what is good practice beyond.</summary>
internal static class Axe
{
    private static readonly string Script = Path.Combine(ClientsFolder(), "node_modules", "axe-core", "axe.min.js");

    /// <summary>Why it can't run; null when it can.</summary>
    public static string? WhyMissing { get; } = File.Exists(Script) ? null : "axe-core is not installed: build the tests.";

    /// <summary>What it finds in the page and in its frames, one line for each rule.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        var script = await File.ReadAllTextAsync(Script);
        var found = new List<string>();
        var paper = await page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).backgroundColor");
        foreach (var frame in page.Frames)
        {
            await frame.EvaluateAsync(script);
            // A frame lets the page's paper through, which axe can't see; and it is no page of its own, with landmarks and a first heading.
            found.AddRange(await frame.EvaluateAsync<string[]>(
                """
                async paper => {
                  const isPage = self === top;
                  document.documentElement.style.background = isPage ? "" : paper;
                  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", ...(isPage ? ["best-practice"] : [])];
                  const { violations } = await axe.run(document, { iframes: false, runOnly: tags });
                  return violations.map(({ id, nodes }) => `${id} in ${nodes.length} places, first ${nodes[0].html.slice(0, 200)}: ${nodes[0].failureSummary}`);
                }
                """,
                paper));
        }

        return found;
    }

    private static string ClientsFolder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "Clients");
}
