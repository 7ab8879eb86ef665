using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Neurones.Tests.Photos.Sources;

public sealed class DownloadTests : IDisposable
{
    private static readonly byte[] Photos = Fixture.Bytes("photos");
    private static readonly RemoteFile[] Files =
    [
        new("trainset.hdf5", Photos.Length, Convert.ToHexStringLower(SHA256.HashData(Photos))),
        new("testset.hdf5", Photos.Length, Convert.ToHexStringLower(SHA256.HashData(Photos))),
    ];

    private readonly TemporaryFolder _folder = new();

    private string Train => Path.Combine(_folder.Path, "catdog", "trainset.hdf5");

    private string Part => Train + ".part";

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Both_files_are_downloaded_and_kept()
    {
        using var server = new LoopbackServer((_, _) => new Answer(200, Photos));
        var progress = new Received();

        var photos = Load(server.Address, progress: progress);

        Assert.Equal(PhotoSourceKind.Downloaded, photos.Source.Kind);
        Assert.Equal($"6 real photos to train on and 6 to test with, downloaded from 127.0.0.1 to {Path.GetDirectoryName(Train)}", photos.Source.ToString());
        Assert.Equal(["trainset.hdf5", "testset.hdf5"], server.Requests);
        Assert.Equal(["testset.hdf5", "trainset.hdf5"], FilesLeft());
        Assert.Equal(new DownloadProgress("testset.hdf5", Photos.Length, Photos.Length), progress.Reports[^1]);
        Assert.Equal(PhotoSourceKind.Data, Load(server.Address).Source.Kind);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public void Only_a_missing_file_is_downloaded()
    {
        _folder.Add("catdog/trainset.hdf5", "photos");
        using var server = new LoopbackServer((_, _) => new Answer(200, Photos));

        Assert.Equal(PhotoSourceKind.Downloaded, Load(server.Address).Source.Kind);

        Assert.Equal(["testset.hdf5"], server.Requests);
    }

    [Fact]
    public void Another_file_of_the_same_length_is_refused_and_nothing_is_left()
    {
        var other = (byte[])Photos.Clone();
        other[^1] ^= 1;
        using var server = new LoopbackServer((_, _) => new Answer(200, other));

        AssertDrawn(Load(server.Address), "the download failed: trainset.hdf5 from http://127.0.0.1", "isn't the expected file and was deleted: its SHA-256 is");
        Assert.Empty(FilesLeft());
    }

    [Fact]
    public void A_page_instead_of_the_file_is_refused_and_nothing_is_left()
    {
        using var server = new LoopbackServer((_, _) => new Answer(200, "<html>Please log in</html>"u8.ToArray()));

        AssertDrawn(Load(server.Address), "the download failed", "it has 26 bytes, not 4368");
        Assert.Empty(FilesLeft());
    }

    [Fact]
    public void An_error_of_the_server_is_told()
    {
        using var server = new LoopbackServer((_, _) => new Answer(404, []));

        AssertDrawn(Load(server.Address), "the download failed", "trainset.hdf5 answers 404 Some Reason");
    }

    [Fact]
    public void A_cut_connection_is_resumed_where_it_was_cut()
    {
        using var server = new LoopbackServer((_, from) => from is { } start ? Rest(start) : new Answer(200, Photos, CutAfter: 1000));

        Assert.Equal(PhotoSourceKind.Downloaded, Load(server.Address).Source.Kind);

        Assert.Equal(["trainset.hdf5", "trainset.hdf5 from 1000", "testset.hdf5", "testset.hdf5 from 1000"], server.Requests);
        Assert.Equal(Photos, File.ReadAllBytes(Train));
    }

    [Fact]
    public void What_an_earlier_download_left_is_not_downloaded_again()
    {
        LeavePart(Photos[..1234]);
        using var server = new LoopbackServer((_, from) => from is { } start ? Rest(start) : new Answer(200, Photos));

        Assert.Equal(PhotoSourceKind.Downloaded, Load(server.Address).Source.Kind);

        Assert.Equal("trainset.hdf5 from 1234", server.Requests[0]);
        Assert.Equal(["testset.hdf5", "trainset.hdf5"], FilesLeft());
    }

    [Fact]
    public void A_server_without_ranges_sends_the_file_again()
    {
        LeavePart(new byte[1234]);
        using var server = new LoopbackServer((_, _) => new Answer(200, Photos));

        Assert.Equal(PhotoSourceKind.Downloaded, Load(server.Address).Source.Kind);

        Assert.Equal("trainset.hdf5 from 1234", server.Requests[0]);
        Assert.Equal(Photos, File.ReadAllBytes(Train));
    }

    [Theory]
    [InlineData(1234)]
    [InlineData(4368)]
    [InlineData(9999)]
    public void A_part_of_something_else_is_dropped_and_the_download_starts_afresh(int length)
    {
        LeavePart(new byte[length]);
        using var server = new LoopbackServer((_, from) => from is { } start ? Rest(start) : new Answer(200, Photos));

        Assert.Equal(PhotoSourceKind.Downloaded, Load(server.Address).Source.Kind);

        Assert.Equal(Photos, File.ReadAllBytes(Train));
    }

    [Fact]
    public void A_connection_that_is_always_cut_gives_up_and_keeps_what_it_has()
    {
        using var server = new LoopbackServer((_, from) => new Answer(from is null ? 200 : 206, Photos[(int)(from ?? 0)..], RangeText(from), CutAfter: 100));

        AssertDrawn(Load(server.Address), "the download failed");

        Assert.Equal(["trainset.hdf5", "trainset.hdf5 from 100", "trainset.hdf5 from 200"], server.Requests);
        Assert.Equal(Photos[..300], File.ReadAllBytes(Part));
    }

    [Fact]
    public void Without_a_network_photos_are_drawn()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var closed = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        listener.Stop();

        AssertDrawn(Load(closed), "there is no network: ");
    }

    [Fact]
    public void A_silent_server_is_not_waited_for()
    {
        using var server = new LoopbackServer((_, _) => null);
        var impatient = DownloadLimits.Classroom with { Silence = TimeSpan.FromMilliseconds(100) };

        AssertDrawn(Load(server.Address, impatient), "the download failed: 127.0.0.1 doesn't answer");
    }

    [Fact]
    public void A_download_that_takes_too_long_ends()
    {
        using var server = new LoopbackServer((_, _) => null);
        var impatient = DownloadLimits.Classroom with { Overall = TimeSpan.FromMilliseconds(100) };

        AssertDrawn(Load(server.Address, impatient), "the download failed: the download took more than 0.1 s");
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_told()
    {
        _folder.Add("catdog");
        using var server = new LoopbackServer((_, _) => new Answer(200, Photos));

        AssertDrawn(Load(server.Address), "the download failed: ", "catdog");
    }

    [Fact]
    public async Task Cancelling_while_waiting_is_no_failed_download()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new LoopbackServer((_, _) =>
        {
            cancellation.Cancel();
            return null;
        });
        var download = new Download(server.Address, _folder.Path, DownloadLimits.Classroom, progress: null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => download.FetchAsync(Files, cancellation.Token));
    }

    [Fact]
    public void Cancelling_amid_a_file_cancels_and_keeps_what_is_there()
    {
        using var cancellation = new CancellationTokenSource();
        using var server = new LoopbackServer((_, _) => new Answer(200, Photos, CutAfter: 1000));
        var progress = new Received { Then = cancellation.Cancel };

        Assert.ThrowsAny<OperationCanceledException>(() => Load(server.Address, progress: progress, cancellation: cancellation.Token));

        Assert.Equal(Photos[..(int)progress.Reports[^1].ReceivedBytes], File.ReadAllBytes(Part));
    }

    private static Answer Rest(long start) => new(206, Photos[(int)start..], RangeText(start));

    private static string? RangeText(long? from) => from is null ? null : string.Create(CultureInfo.InvariantCulture, $"{from}-{Photos.Length - 1}/{Photos.Length}");

    private static void AssertDrawn(PhotoDataset photos, params string[] reasons)
    {
        Assert.Equal(PhotoSourceKind.Drawn, photos.Source.Kind);
        Assert.StartsWith("1,000 drawn photos to train on and 200 to test with, because ", photos.Source.ToString(), StringComparison.Ordinal);
        Assert.All(reasons, reason => Assert.Contains(reason, photos.Source.ToString(), StringComparison.Ordinal));
    }

    private PhotoDataset Load(Uri source, DownloadLimits? limits = null, IProgress<DownloadProgress>? progress = null, CancellationToken cancellation = default) =>
        new PhotoLoader(new CatsAndDogsPhotos(), new(null, _folder.Path)) { Remote = new(source, Files), Limits = limits ?? DownloadLimits.Classroom }.Load(progress, cancellation);

    private void LeavePart(byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Part)!);
        File.WriteAllBytes(Part, bytes);
    }

    private IEnumerable<string?> FilesLeft() => Directory.EnumerateFiles(Path.GetDirectoryName(Train)!).Select(Path.GetFileName).Order();

    private sealed class Received : IProgress<DownloadProgress>
    {
        public List<DownloadProgress> Reports { get; } = [];

        public Action Then { get; init; } = () => { };

        public void Report(DownloadProgress value)
        {
            Reports.Add(value);
            Then();
        }
    }
}
