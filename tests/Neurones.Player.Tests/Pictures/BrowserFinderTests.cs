using Neurones.Player.Pictures;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Pictures;

public sealed class BrowserFinderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _program = OperatingSystem.IsWindows() ? "msedge.exe" : "chromium";

    [Fact]
    public void A_browser_on_the_path_goes_before_one_in_a_usual_place()
    {
        Directory.CreateDirectory(_folder["empty"]);
        File.WriteAllText(_folder["usual"], "");
        var path = $"{_folder["empty"]}{Path.PathSeparator}{_folder.Path}";
        Assert.Equal(_folder["usual"], new BrowserFinder(path, [_folder["none"], _folder["usual"]]).Find());

        File.WriteAllText(_folder[_program], "");
        Assert.Equal(_folder[_program], new BrowserFinder(path, [_folder["usual"]]).Find());
    }

    [Fact]
    public void Where_there_is_none_the_message_names_what_was_looked_for()
    {
        var message = Assert.Throws<UsageException>(() => new BrowserFinder(_folder.Path, [_folder["none"]]).Find()).Message;
        Assert.Contains(_program, message, StringComparison.Ordinal);
        Assert.Contains(_folder["none"], message, StringComparison.Ordinal);
        Assert.EndsWith("Install Chrome, Chromium or Edge, or put the folder of one on the PATH.", message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
