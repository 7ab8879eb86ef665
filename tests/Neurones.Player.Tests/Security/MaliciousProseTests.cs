using System.Text.Json;
using Microsoft.Playwright;
using Neurones.Player.Tests.Browser;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>A notebook that was made to harm is opened, and every link in it clicked: no script of its runs, nothing leaves, the page goes on.</summary>
public class MaliciousProseTests
{
    private const string Mark = "window.owned=(window.owned||[]).concat";

    /// <summary>Each sets window.owned, asks evil.example for something, or leads away, if it's let.</summary>
    private static readonly string[] Attacks =
    [
        "<script>OWN('script')</script>",
        "<img src=x onerror=\"OWN('img')\">",
        "<img src=\"http://img.evil.example:TRAP/\" srcset=\"http://srcset.evil.example:TRAP/ 1x\">",
        "<img src=\"data:image/png;base64,AAAA\" srcset=\"http://srcset2.evil.example:TRAP/ 2x\" onerror=\"OWN('srcset')\">",
        "<picture><source srcset=\"http://picture.evil.example:TRAP/\"><img src=\"data:image/png,x\"></picture>",
        "<body onload=\"OWN('body')\"><p onclick=\"OWN('click')\" onmouseover=\"OWN('over')\" onfocus=\"OWN('focus')\" tabindex=0 autofocus>text</p>",
        "<details open ontoggle=\"OWN('toggle')\"><summary>s</summary></details>",
        "<a href=\"javascript:OWN('javascript')\">a</a> <a href=\" &#1;java&#x0A;script:OWN('hidden')\">a</a> <a href=\"JaVaScRiPt&colon;OWN('case')\">a</a>",
        "[a](javascript:OWN('md')) [b](JAVASCRIPT:OWN('md2')) [c](data:text/html,<script>OWN('data')</script>) [d](vbscript:x) [e](blob:x) [f](file:///etc/passwd)",
        "<a href=\"data:text/html,<script>opener.OWN('data')</script>\">a</a>",
        "![x](http://md.evil.example:TRAP/x.png) ![x](//md2.evil.example:TRAP/x.png) ![x](..//..//\\\\md3.evil.example:TRAP/images/x.png)",
        "![x](attachment:%ZZ) ![x](attachment:__proto__) ![x](attachment:constructor)",
        "[broken](#%E0%A4%A) [broken](%ZZ.ipynb) <a href=\"http://[\">broken</a> <a href=\"\\\\\\\\[\">broken</a>",
        "<meta http-equiv=refresh content=\"0;url=http://meta.evil.example:TRAP/\">",
        "<base href=\"http://base.evil.example:TRAP/\"><a href=\"x.ipynb\">based</a>",
        "<form action=\"http://form.evil.example:TRAP/\" id=f><input name=a autofocus onfocus=\"OWN('input')\"><button form=f formaction=\"javascript:OWN('formaction')\">b</button></form>",
        "<iframe src=\"http://iframe.evil.example:TRAP/\" srcdoc=\"<script>parent.OWN('srcdoc')</script>\"></iframe><iframe src=\"javascript:parent.OWN('iframe')\"></iframe>",
        "<object data=\"http://object.evil.example:TRAP/\"></object><embed src=\"http://embed.evil.example:TRAP/\"><applet code=x></applet>",
        "<svg onload=\"OWN('svg')\"><script>OWN('svgscript')</script><foreignObject><iframe srcdoc=\"<script>parent.OWN('fo')</script>\"></iframe></foreignObject><use href=\"http://use.evil.example:TRAP/#a\"/><animate onbegin=\"OWN('animate')\" attributeName=x dur=1s /><image href=\"http://svgimage.evil.example:TRAP/\"/></svg>",
        "<svg><a xlink:href=\"javascript:OWN('xlink')\"><text x=20 y=20>svg link</text></a><set attributeName=href to=\"javascript:OWN('set')\"/></svg>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=OWN('mathml')&gt;\"></table></mtext><maction actiontype=statusline xlink:href=\"javascript:OWN('maction')\">m</maction></math>",
        "<style>@import url(http://style.evil.example:TRAP/); * { background: url(http://css.evil.example:TRAP/) } header { display: none }</style>",
        "<p style=\"position:fixed;inset:0;z-index:99999;background:url(http://inline.evil.example:TRAP/)\"><a href=\"#overlay\">overlay</a></p>",
        "<link rel=stylesheet href=\"http://link.evil.example:TRAP/\"><link rel=preload as=image href=\"http://preload.evil.example:TRAP/\"><link rel=icon href=\"http://icon.evil.example:TRAP/\">",
        "<video poster=\"http://poster.evil.example:TRAP/\" autoplay src=\"http://video.evil.example:TRAP/\"></video><audio src=\"http://audio.evil.example:TRAP/\" autoplay onerror=\"OWN('audio')\"></audio>",
        "<table background=\"http://background.evil.example:TRAP/\"><tr><td>t</td></tr></table>",
        "<map name=m><area href=\"javascript:OWN('area')\" shape=default></map><img usemap=#m src=\"data:image/png;base64,iVBORw0KGgo=\" width=50 height=50>",
        "<img id=getElementById name=body><a id=Plotly></a><a id=PlotlyConfig></a><a id=MathJax></a><a id=MathJax name=version></a><a id=requirejs></a><a id=define></a><a id=process></a><p id=main>m</p><p id=jupyter-config-data>{\"token\":\"x\",\"baseUrl\":\"http://clobber.evil.example:TRAP/\"}</p><img name=currentScript>",
        "<section id=cell-01 class=cell data-state=running>not a cell</section><template><script>OWN('template')</script></template><dialog open>d</dialog><p popover=auto>p</p>",
        "$\\href{javascript:OWN('katex')}{x}$ $\\href{http://katex.evil.example:TRAP/}{x}$ $\\url{javascript:OWN('url')}$ $\\htmlData{x=1}{y}$ $\\htmlId{main}{y}$ $\\htmlStyle{position:fixed;inset:0}{y}$ $\\includegraphics{http://graphics.evil.example:TRAP/}$",
        "$\\def\\a{\\a\\a}\\a$ $\\rule{99999em}{99999em}$ $\\text{<img src=x onerror=OWN('text')>}$ <span class=\"math\">\\href{javascript:OWN('class')}{x}</span>",
        "$" + new string('{', 20_000) + "$",
        "```html\n<script>OWN('fence')</script>\n```\n\n```csharp\n\"</code><img src=x onerror=OWN('csharp')>\"\n```\n\n~~~\"><img src=x onerror=OWN('info')>\nx\n~~~",
        "## <img src=x onerror=OWN('heading')> Process\n## Module\n## Define\n## Exports\n## Plotly\n## Window",
        "<noscript><p title=\"</noscript><img src=x onerror=OWN('noscript')>\"></noscript><textarea><img src=x onerror=OWN('textarea')></textarea><xmp><img src=x onerror=OWN('xmp')></xmp><plaintext>",
    ];

    [NeedsChromiumFact]
    public async Task Nothing_of_it_runs_asks_or_leads_anywhere()
    {
        using var trap = new Trap();
        using var folder = new TemporaryFolder();
        object[] cells =
        [
            TestNotebook.Markdown("# 1 · Hostile"),
            .. Attacks.Select(attack => TestNotebook.Markdown(trap.Set(attack.Replace("OWN(", Mark + "(", StringComparison.Ordinal)))),
            new { cell_type = "markdown", id = "attached", metadata = new { }, source = "![a](attachment:a.png) ![b](attachment:b.svg)", attachments = new Dictionary<string, object>
            {
                ["a.png"] = new Dictionary<string, string> { ["text/html;base64,PHNjcmlwdD4=\" onerror=\"" + Mark + "('mime')"] = "\"><script>" + Mark + "('attachment')</script>" },
                ["b.svg"] = new Dictionary<string, string> { ["image/svg+xml"] = Convert.ToBase64String("<svg xmlns='http://www.w3.org/2000/svg' onload='parent.owned=[1]'><script>top.owned=[1]</script></svg>"u8) },
            } },
            new { cell_type = "code", id = "__proto__", metadata = new { tags = new[] { "<img src=x onerror=\"" + Mark + "('tag')\">" } }, execution_count = (int?)null, outputs = Array.Empty<object>(), source = "6 * 7" },
            new { cell_type = "code", id = "constructor", metadata = new { tags = Array.Empty<string>() }, execution_count = (int?)null, outputs = Array.Empty<object>(), source = trap.Set("</script><img src=x onerror=\"" + Mark + "('code')\">") },
            new { cell_type = "raw", id = "raw", metadata = new { }, source = "<img src=x onerror=\"" + Mark + "('raw')\">" },
        ];
        TestNotebook.Write(folder["notebooks/en/01-<img src=x onerror=owned=[1]>.ipynb"], cells);
        await using var lesson = await LessonPage.OpenAsync(folder.Path, Trap.BrowserArgument);
        var page = lesson.Page;
        var address = new Uri(page.Url).GetLeftPart(UriPartial.Authority);
        await lesson.ChooseAsync(1);

        Assert.Empty(await page.Locator(".prose").Locator("script, style, iframe, object, embed, form, input, textarea, button, meta, base, link, svg:not(.katex svg), video, audio, area, dialog, foreignObject").AllAsync());
        var left = await page.Locator(".prose").EvaluateAllAsync<string[]>(
            """
            proses => proses.flatMap(prose => [...prose.querySelectorAll("*")]).filter(element => !element.closest(".katex, .katex-error")).flatMap(element => [...element.attributes]
              .filter(({ name, value }) => /^on|^(srcset|poster|background|popover|formaction)$/.test(name) || (name === "style" && !/^text-align/.test(value)) || /^\s*(javascript|vbscript|file|blob):|^data:text/i.test(value))
              .map(({ name, value }) => `${element.localName} ${name}=${value}`))
            """);
        Assert.Empty(left);
        Assert.Empty(await page.Locator(".katex a").AllAsync());
        // All but those that lead to a web site or to a lesson, as they may.
        await page.Locator(".prose a:not([href^=http], [href^='#/'])").EvaluateAllAsync<JsonElement?>("links => links.forEach(link => link.click())");
        var first = page.Locator("#cell-01");
        await first.GetByRole(AriaRole.Button, new() { Name = "Run cell 1" }).ClickAsync();
        await first.Locator(".output").GetByText("42").WaitForAsync();
        Assert.False(await first.Locator(".edited").IsVisibleAsync());
        await page.RunAndWaitForResponseAsync(() => first.Locator(".cm-content").FillAsync("7 * 7"), response => response.Request.Method == "PUT" && response.Ok);
        await page.GotoAsync($"{address}/{new Uri(page.Url).Fragment}");
        await page.ReloadAsync();
        await lesson.ReadyAsync();
        Assert.Contains("7 * 7", await first.Locator(".cm-content").InnerTextAsync(), StringComparison.Ordinal);

        Assert.Equal(address, new Uri(page.Url).GetLeftPart(UriPartial.Authority));
        Assert.Equal(JsonValueKind.Null, (await page.EvaluateAsync<JsonElement>("() => window.owned ?? null")).ValueKind);
        Assert.True(await page.Locator("header.header").IsVisibleAsync());
        Assert.Empty(trap.Heard);
        // Chromium also complains of what the sanitiser is given; that nothing of it is left was seen above.
        Assert.DoesNotContain(lesson.Complaints, complaint => complaint.Contains("left the machine", StringComparison.Ordinal));
    }

    [NeedsChromiumFact]
    public async Task What_got_past_the_sanitiser_would_meet_the_policy()
    {
        using var trap = new Trap();
        await using var lesson = await LessonPage.OpenAsync(null, Trap.BrowserArgument);
        var page = lesson.Page;

        // As if nothing had been taken out.
        foreach (var attack in Attacks)
        {
            var html = trap.Set(attack.Replace("OWN(", Mark + "(", StringComparison.Ordinal)).Replace("<meta http-equiv=refresh", "<meta name=no-policy-stops-this", StringComparison.Ordinal);
            await page.EvaluateAsync("html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", html);
        }

        await page.EvaluateAsync("() => document.querySelectorAll('main form').forEach(form => form.submit())");
        await page.EvaluateAsync("() => document.querySelectorAll('main a[href^=javascript]').forEach(link => link.click())");
        await page.EvaluateAsync("() => new Promise(resolve => setTimeout(resolve, 500))");
        Assert.Equal(JsonValueKind.Null, (await page.EvaluateAsync<JsonElement>("() => window.owned ?? null")).ValueKind);
        Assert.Empty(trap.Heard);
    }

    [NeedsChromiumFact]
    public async Task The_token_is_in_this_tab_s_storage_and_nowhere_else()
    {
        await using var lesson = await LessonPage.OpenAsync();
        var (page, token) = (lesson.Page, lesson.Address.Query["?token=".Length..]);
        await lesson.ChooseAsync(5);
        var kept = await page.EvaluateAsync<string>(
            """
            async () => JSON.stringify([location.href, document.title, document.referrer, document.cookie, history.state, { ...localStorage }, name,
              document.documentElement.outerHTML, (await indexedDB.databases()).map(database => database.name), (await caches.keys())])
            """);
        Assert.DoesNotContain(token, kept, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(await page.Context.CookiesAsync());
        await page.GoBackAsync();
        Assert.DoesNotContain("token", page.Url, StringComparison.Ordinal);
        Assert.Equal(token, await page.EvaluateAsync<string>("() => sessionStorage['neurones.token']"));

        // Another tab, even one that this one opens, starts without it.
        var other = await page.RunAndWaitForPopupAsync(() => page.EvaluateAsync("() => { open(location.href, '_blank', 'noopener'); }"));
        await other.Locator("h1", new() { HasText = "This address has no key" }).WaitForAsync();
    }
}
