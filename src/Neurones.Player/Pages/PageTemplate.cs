using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Neurones.Player.Server;

namespace Neurones.Player.Pages;

/// <summary>The page that shows a lesson without a server, as the client's build left it: script, style and letters are in it.</summary>
public sealed partial class PageTemplate
{
    // Every script is read as it is written here; what could end its element is escaped.
    private static readonly JsonSerializerOptions InScript = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly string _template;

    /// <param name="webRoot">The page's files.</param>
    /// <exception cref="UsageException">They aren't there.</exception>
    public PageTemplate(string webRoot)
    {
        if (StaticShell.WhyMissing(webRoot) is { } missing)
        {
            throw new UsageException(missing);
        }

        _template = File.ReadAllText(Path.Combine(webRoot, "reader.html"));
    }

    /// <summary>A page.</summary>
    /// <param name="language">Of its text, as in en.</param>
    /// <param name="title">Its title.</param>
    /// <param name="text">What it says where no script runs, as HTML.</param>
    /// <param name="content">What its script shows.</param>
    public byte[] Fill(string language, string title, string text, JsonObject content) => Encoding.UTF8.GetBytes(Place().Replace(_template, place => place.Groups[1].Value switch
    {
        "language" => WebUtility.HtmlEncode(language),
        "title" => WebUtility.HtmlEncode(title),
        "text" => text,
        _ => content.ToJsonString(InScript),
    }));

    [GeneratedRegex("{{(language|title|text|content)}}")]
    private static partial Regex Place();
}
