using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using Neurones.Formatting;

namespace Neurones.Charts.Formatting;

/// <summary>Shows a pad as HTML that works in any notebook page, with nothing to fetch, or as text.</summary>
internal sealed class DigitPadFormatterSource
{
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "Hosts call it on an instance.")]
    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<DigitPad>(MimeTypes.Html, Html);
        yield return new MimeFormatter<DigitPad>(MimeTypes.Text, pad => pad.ToString());
    }

    private static string Html(DigitPad pad)
    {
        var id = $"neurones-pad-{Guid.NewGuid():N}";
        return $$"""
            <style>
            {{Resource("digit-pad.css")}}</style>
            <div id="{{id}}" class="neurones-pad" role="group" aria-label="Draw a digit" hidden>
              <div>
                <canvas width="560" height="560" role="img" aria-label="The field to draw on, with mouse, finger or pen"></canvas>
                <figure><canvas width="28" height="28" role="img" aria-label="The drawing as the network sees it"></canvas><figcaption>28 x 28 pixels: what the network sees</figcaption></figure>
                <button type="button">Clear</button>
              </div>
              <div>
                <p role="status"></p>
                <ul aria-label="Probabilities"></ul>
              </div>
            </div>
            <noscript><p>{{WebUtility.HtmlEncode(pad.ToString())}}</p></noscript>
            <script>
            (() => {
            {{Resource("network.js")}}
            {{Resource("digit-pad.js")}}
            (function start(triesLeft) {
              const element = document.getElementById("{{id}}");
              if (element) digitPad(element, {{pad.Network.ToJson()}}, {{JsonSerializer.Serialize(pad.ClassNames)}});
              else if (triesLeft > 0) setTimeout(start, 100, triesLeft - 1);
            })(100);
            })();
            </script>

            """;
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(DigitPad).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
