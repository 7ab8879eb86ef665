using System.Runtime.Versioning;
using Neurones.Player.Server;
using Neurones.Player.Tests.Support;

namespace Neurones.Player.Tests.Server;

[UnsupportedOSPlatform("windows")] // It is about the modes of files.
public sealed class KeptTokenTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly TemporaryFolder _folder = new();

    private string TokenFile => _folder["config/neurones/token"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_the_same_at_each_start_and_nobody_else_can_read_it()
    {
        var (first, remark) = Open();
        Assert.Null(remark);
        Assert.Equal((first, null), Open());
        Assert.True(first.Length * 4 >= 192);
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(TokenFile));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(TokenFile)!));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(TokenFile)!), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void One_that_others_could_read_is_replaced_and_that_is_said(UnixFileMode wider)
    {
        var (old, _) = Open();
        File.SetUnixFileMode(TokenFile, OwnerOnly | wider);
        AssertReplaced(old, "could be read by others");
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(TokenFile));
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0")]
    public void What_is_no_token_is_replaced_and_that_is_said(string text)
    {
        Open();
        File.WriteAllText(TokenFile, text);
        AssertReplaced(text, "was not one");
    }

    [Fact]
    public void A_link_is_not_followed()
    {
        var (old, _) = Open();
        File.Move(TokenFile, _folder["elsewhere"]);
        File.CreateSymbolicLink(TokenFile, _folder["elsewhere"]);
        AssertReplaced(old, "was a link");
        Assert.Null(new FileInfo(TokenFile).LinkTarget);
        Assert.Equal(old, File.ReadAllText(_folder["elsewhere"]).Trim());
    }

    [Fact]
    public void A_new_one_is_made_on_demand()
    {
        var (old, _) = Open();
        var (renewed, remark) = Open(renew: true);
        Assert.NotEqual(old, renewed);
        Assert.Contains("A new token", remark, StringComparison.Ordinal);
        Assert.Equal((renewed, null), Open());
    }

    [Fact]
    public void Where_none_can_be_kept_there_is_one_for_this_time_and_that_is_said()
    {
        File.WriteAllText(_folder["config"], "a file where the folder should be");
        var (first, remark) = Open();
        Assert.Contains("can't be kept", remark, StringComparison.Ordinal);
        Assert.Contains(TokenFile, remark, StringComparison.Ordinal);
        Assert.NotEqual(first, Open().Token);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("no token")]
    public void Servers_that_start_at_once_have_one_token(string? before)
    {
        if (before is not null)
        {
            Open();
            File.WriteAllText(TokenFile, before);
        }

        var opened = new (string Token, string? Remark)[16];
        var threads = Enumerable.Range(0, opened.Length).Select(i => new Thread(() => opened[i] = Open())).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Single(opened.Select(each => each.Token).Distinct());
        Assert.Equal(before is null ? 0 : 1, opened.Count(each => each.Remark is not null));
    }

    private (string Token, string? Remark) Open(bool renew = false)
    {
        var (token, remark) = new KeptToken(TokenFile).Open(renew);
        return (token.Text, remark);
    }

    private void AssertReplaced(string old, string why)
    {
        var (token, remark) = Open();
        Assert.NotEqual(old, token);
        Assert.Contains(why, remark, StringComparison.Ordinal);
        Assert.Equal((token, null), Open());
    }
}
