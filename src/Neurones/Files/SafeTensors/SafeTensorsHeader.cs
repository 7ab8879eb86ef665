using System.Buffers.Binary;
using System.Text.Json;

namespace Neurones;

/// <summary>The JSON at the start of a safetensors file: <c>{"__metadata__":{...},"W":{"dtype":"F64","shape":[2,1],"data_offsets":[0,16]}}</c>.</summary>
/// <param name="Tensors">The tensors, in the order of their numbers in the file.</param>
/// <param name="Metadata">Text by name.</param>
internal sealed record SafeTensorsHeader(IReadOnlyList<StoredTensor> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    private const string MetadataName = "__metadata__";
    private const int Longest = 100_000_000; // As Python's safetensors has it.
    private const int Alignment = sizeof(double);

    /// <summary>The header for tensors of these names and shapes, padded with spaces.</summary>
    public static byte[] Of(IReadOnlyList<(string Name, IReadOnlyList<int> Shape)> tensors, NumberType type, IReadOnlyDictionary<string, string> metadata)
    {
        StoredNames.Check(tensors.Select(tensor => tensor.Name));
        Check.That(tensors.All(tensor => tensor.Name != MetadataName), $"A matrix can't be called {MetadataName}, the name that the format keeps for itself: rename it.");
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            if (metadata.Count > 0)
            {
                WriteMetadata(writer, metadata);
            }

            WriteTensors(writer, tensors, type);
            writer.WriteEndObject();
        }

        while (json.Length % Alignment != 0)
        {
            json.WriteByte((byte)' ');
        }

        Check.That(json.Length <= Longest, $"The header of the file would have {json.Length} bytes, and {Longest} are allowed: save less metadata, or fewer matrices.");
        return json.ToArray();
    }

    /// <summary>Reads the header and compares it with the bytes that follow.</summary>
    public static SafeTensorsHeader Read(CheckedReader reader)
    {
        var length = BinaryPrimitives.ReadUInt64LittleEndian(reader.Bytes(sizeof(ulong), "the length of the header"));
        if (length > Longest)
        {
            throw reader.Unusable($"its header should have {length} bytes, and {Longest} are allowed: it isn't a safetensors file, or it is damaged");
        }

        var entries = Parse(reader.Bytes((long)length, "the header"), reader, out var metadata);
        var tensors = new List<StoredTensor>(entries.Count);
        var end = 0L;
        foreach (var entry in entries.OrderBy(entry => entry.Start).ThenBy(entry => entry.End))
        {
            if (entry.Start != end || entry.End < entry.Start)
            {
                throw reader.Unusable($"the data of {entry.Name} goes from byte {entry.Start} to {entry.End}, but must start at {end}, where the data before it ends: data may not overlap and leaves no holes");
            }

            end = entry.End;
            tensors.Add(new StoredTensor(entry.Name, entry.Shape, TypeOf(entry, reader), entry.End - entry.Start));
        }

        return end == reader.Left
            ? new SafeTensorsHeader(tensors, metadata)
            : throw reader.Unusable($"its tensors take {end} bytes, but {reader.Left} bytes follow the header: it was cut off, or something was added");
    }

    private static void WriteMetadata(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> metadata)
    {
        writer.WriteStartObject(MetadataName);
        foreach (var (name, text) in metadata)
        {
            ArgumentNullException.ThrowIfNull(text, name);
            StoredNames.Text(name);
            StoredNames.Text(text);
            writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static void WriteTensors(Utf8JsonWriter writer, IReadOnlyList<(string Name, IReadOnlyList<int> Shape)> tensors, NumberType type)
    {
        var start = 0L;
        foreach (var (name, shape) in tensors)
        {
            var end = start + shape.Aggregate((long)type.Size, (bytes, length) => bytes * length);
            writer.WriteStartObject(name);
            writer.WriteString("dtype", type == NumberType.Float32 ? "F32" : "F64");
            WriteNumbers(writer, "shape", shape.Select(length => (long)length));
            WriteNumbers(writer, "data_offsets", [start, end]);
            writer.WriteEndObject();
            start = end;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter writer, string name, IEnumerable<long> numbers)
    {
        writer.WriteStartArray(name);
        foreach (var number in numbers)
        {
            writer.WriteNumberValue(number);
        }

        writer.WriteEndArray();
    }

    private static List<Entry> Parse(byte[] json, CheckedReader reader, out Dictionary<string, string> metadata)
    {
        metadata = [];
        var entries = new List<Entry>();
        var part = "the header";
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            foreach (var property in document.RootElement.EnumerateObject())
            {
                part = property.Name;
                if (part == MetadataName)
                {
                    metadata = property.Value.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString()
                        ?? throw new FormatException($"{text.Name} is null"));
                }
                else
                {
                    entries.Add(Entry.Of(part, property.Value));
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException) // What System.Text.Json throws.
        {
            throw reader.Unusable($"its header isn't the JSON of a safetensors file, at {part}: {e.Message.TrimEnd('.')}");
        }

        return entries;
    }

    private static NumberType TypeOf(Entry entry, CheckedReader reader) => entry.DType switch
    {
        "F64" => NumberType.Float64,
        "F32" => NumberType.Float32,
        var other => throw reader.Unusable(
            $"{entry.Name} is of dtype {other}, and only F64 and F32 are read",
            "In Python, convert it before it is saved: a.astype('float64') in NumPy, t.double() in PyTorch."),
    };

    /// <summary>What the header says of one tensor.</summary>
    private sealed record Entry(string Name, string DType, long[] Shape, long Start, long End)
    {
        public static Entry Of(string name, JsonElement json)
        {
            var offsets = Numbers(json, "data_offsets");
            return new Entry(
                name, json.GetProperty("dtype").GetString() ?? throw new FormatException("dtype is null"), Numbers(json, "shape"),
                offsets.Length == 2 ? offsets[0] : throw new FormatException("data_offsets must be two numbers"), offsets[1]);
        }

        private static long[] Numbers(JsonElement json, string name) =>
            [.. json.GetProperty(name).EnumerateArray().Select(number => number.GetInt64() is >= 0 and var length ? length : throw new FormatException($"{name} has a number below 0"))];
    }
}
