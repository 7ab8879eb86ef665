using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;

namespace Neurones;

/// <summary>Downloads files that are known by their SHA-256: resumable, and never leaving a wrong file behind.</summary>
internal sealed class Download(Uri source, string folder, DownloadLimits limits, IProgress<DownloadProgress>? progress)
{
    private const int Attempts = 3;

    /// <summary>Downloads those of the files that aren't in the folder yet.</summary>
    /// <exception cref="HttpRequestException">There is no connection, or the server refuses.</exception>
    /// <exception cref="IOException">The connection was cut, or the folder can't be written.</exception>
    /// <exception cref="TimeoutException">The server kept silent, or took too long.</exception>
    /// <exception cref="InvalidDataException">The server sent another file.</exception>
    public async Task FetchAsync(IEnumerable<RemoteFile> files, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = limits.Connect }) { Timeout = Timeout.InfiniteTimeSpan };
        using var overall = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        overall.CancelAfter(limits.Overall);
        try
        {
            foreach (var file in files.Where(file => !File.Exists(Path.Combine(folder, file.Name))))
            {
                Directory.CreateDirectory(folder);
                await FetchAsync(client, file, overall.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(
                overall.IsCancellationRequested ? Text($"the download took more than {limits.Overall.TotalSeconds} s") : Text($"{source.Host} doesn't answer"), e);
        }
    }

    private async Task FetchAsync(HttpClient client, RemoteFile file, CancellationToken cancellation)
    {
        var target = Path.Combine(folder, file.Name);
        var part = target + ".part";
        for (var attempt = 1; ; attempt++)
        {
            var before = PartLength(part);
            try
            {
                await ReceiveAsync(client, file, part, cancellation).ConfigureAwait(false);
            }
            catch (IOException) when (attempt < Attempts && PartLength(part) > before && !cancellation.IsCancellationRequested)
            {
                continue; // The connection was cut but works: go on from there.
            }

            var hash = await HashAsync(part, cancellation).ConfigureAwait(false);
            if (hash == file.Sha256)
            {
                File.Move(part, target, overwrite: true);
                return;
            }

            File.Delete(part);
            if (before == 0)
            {
                throw new InvalidDataException($"{file.Name} from {source} isn't the expected file and was deleted: its SHA-256 is {hash}, not {file.Sha256}");
            }
            // Otherwise the part that was here before may be at fault: start afresh.
        }
    }

    private async Task ReceiveAsync(HttpClient client, RemoteFile file, string part, CancellationToken cancellation)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        silence.CancelAfter(limits.Silence);
        var have = PartLength(part);
        if (have >= file.Length)
        {
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(source, file.Name));
        request.Headers.Range = have > 0 ? new RangeHeaderValue(have, null) : null;
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token).ConfigureAwait(false);
        var resumes = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
        if (!resumes && response.StatusCode != HttpStatusCode.OK)
        {
            throw new HttpRequestException(Text($"{request.RequestUri} answers {(int)response.StatusCode} {response.ReasonPhrase}"));
        }

        var start = resumes ? have : 0;
        var announced = start + response.Content.Headers.ContentLength;
        if (announced is not null && announced != file.Length)
        {
            throw Refused(file, announced.Value);
        }

        using var body = await response.Content.ReadAsStreamAsync(silence.Token).ConfigureAwait(false);
        using var output = new FileStream(part, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        output.SetLength(start);
        output.Position = start;
        var buffer = new byte[64 * 1024];
        while (output.Position < file.Length)
        {
            silence.CancelAfter(limits.Silence);
            var read = await body.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, file.Length - output.Position)), silence.Token).ConfigureAwait(false);
            if (read == 0)
            {
                throw new IOException(Text($"{file.Name} ended after {output.Position} of {file.Length} bytes"));
            }

            output.Write(buffer.AsSpan(0, read));
            progress?.Report(new DownloadProgress(file.Name, output.Position, file.Length));
        }
    }

    private static long PartLength(string part) => File.Exists(part) ? new FileInfo(part).Length : 0;

    private static async Task<string> HashAsync(string path, CancellationToken cancellation)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
    }

    private InvalidDataException Refused(RemoteFile file, long length) =>
        new(Text($"{file.Name} from {source} isn't the expected file: it has {length} bytes, not {file.Length}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
