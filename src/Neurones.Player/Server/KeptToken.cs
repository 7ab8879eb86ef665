namespace Neurones.Player.Server;

/// <summary>The token that is kept in a file, so that an address saved in VS Code stays valid from one start to the next.</summary>
/// <remarks>A file that anyone else could have read, or that holds no token, is never trusted: a new token takes its place.</remarks>
public sealed class KeptToken(string file)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const int TurnTries = 100;
    private static readonly TimeSpan TurnPause = TimeSpan.FromMilliseconds(20);

    /// <summary>In the user's own configuration folder, on Linux <c>~/.config/neurones/token</c>.</summary>
    public static string UsualFile => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "neurones", "token");

    /// <summary>The kept token, or a new one that is kept from now on; the remark is what the user should know of it, if anything.</summary>
    public (AccessToken Token, string? Remark) Open(bool renew)
    {
        try
        {
            CreateFolder();
            using var turn = TakeTurn();
            var (kept, fault) = Read();
            if (kept is not null && !renew)
            {
                return (kept, null);
            }

            var token = AccessToken.New();
            Write(token);
            return (token, renew ? $"A new token is kept in {file}. A server that still runs takes the old one until you stop it."
                : fault is null ? null
                : $"The token in {file} {fault}, so a new one has taken its place: give the new address to VS Code.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (AccessToken.New(), $"The token can't be kept in {file} ({e.Message.TrimEnd('.')}): the address below is good until this server stops.");
        }
    }

    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return options;
    }

    private void CreateFolder()
    {
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    // Two servers that start at once must end up with one token.
    private FileStream TakeTurn()
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return new FileStream(file + ".lock", Private(FileMode.OpenOrCreate));
            }
            catch (IOException) when (tries < TurnTries)
            {
                Thread.Sleep(TurnPause);
            }
        }
    }

    private (AccessToken? Token, string? Fault) Read()
    {
        var info = new FileInfo(file);
        if (info.LinkTarget is not null)
        {
            return (null, "was a link to another file");
        }

        if (!info.Exists)
        {
            return (null, null);
        }

        try
        {
            using var stream = File.OpenRead(file);
            if (!OperatingSystem.IsWindows())
            {
                if ((File.GetUnixFileMode(stream.SafeFileHandle) & ~OwnerOnly) != 0)
                {
                    return (null, "could be read by others");
                }

                // Nobody but its owner, and root, may do this.
                File.SetUnixFileMode(stream.SafeFileHandle, OwnerOnly);
            }

            var text = new byte[AccessToken.Length + 2];
            var length = stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false);
            return AccessToken.Parse(System.Text.Encoding.ASCII.GetString(text, 0, length).TrimEnd('\r', '\n')) is { } token
                ? (token, null)
                : (null, "was not one that neurones makes");
        }
        catch (UnauthorizedAccessException)
        {
            return (null, "belonged to somebody else or could not be read");
        }
    }

    /// <summary>Writes all or nothing; the file is private from its first moment.</summary>
    private void Write(AccessToken token)
    {
        var temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, Private(FileMode.CreateNew)))
            {
                stream.Write(System.Text.Encoding.ASCII.GetBytes(token.Text + "\n"));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
