using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Neurones.Tests;

/// <summary>The public API of an assembly as text, one line for each member, to compare with what is committed.</summary>
internal static class PublicApi
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Fails when the API isn't the one in the file; the new text is left beside the test's assembly.</summary>
    public static void IsTheOneIn(string file, Assembly assembly, [CallerFilePath] string test = "")
    {
        var committed = Path.Combine(Path.GetDirectoryName(test)!, file);
        var text = Of(assembly);
        if (!File.Exists(committed) || File.ReadAllText(committed).ReplaceLineEndings("\n") != text)
        {
            var received = Path.Combine(AppContext.BaseDirectory, file);
            File.WriteAllText(received, text);
            Assert.Fail($"The public API of {assembly.GetName().Name} has changed. If that is meant, copy {received} to {committed}; its diff is what users of the library will meet.");
        }
    }

    private static string Of(Assembly assembly) =>
        string.Concat(assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Of));

    private static string Of(Type type)
    {
        var members = type.GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(IsVisible).Select(Of).Where(line => line.Length > 0).Order(StringComparer.Ordinal);
        var bases = new[] { type.BaseType }.Concat(type.IsEnum ? [] : type.GetInterfaces()).OfType<Type>()
            .Where(t => t != typeof(object) && t != typeof(ValueType) && t != typeof(Enum)).Select(Name);
        return $"{Kind(type)} {Name(type)} : {string.Join(", ", bases)}".TrimEnd(' ', ':') + "\n" + string.Concat(members.Select(line => $"    {line}\n")) + "\n";
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    // What the compiler makes of a record is the record's, not ours.
    private static bool IsVisible(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member switch
    {
        MethodBase { IsSpecialName: true, IsConstructor: false } method => method.Name.StartsWith("op_", StringComparison.Ordinal),
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic && !field.IsSpecialName,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisibleAccessor),
        EventInfo => true,
        _ => false, // Nested types are listed on their own.
    };

    private static bool IsVisibleAccessor(MethodInfo accessor) => accessor.IsPublic || accessor.IsFamily || accessor.IsFamilyOrAssembly;

    private static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{Name(constructor.DeclaringType!)}({Parameters(constructor.GetParameters())})",
        MethodInfo method => $"{Static(method)}{Type(Nullability.Create(method.ReturnParameter))} {method.Name}{Generic(method)}({Parameters(method.GetParameters())})",
        PropertyInfo property => $"{Static(property.GetAccessors(nonPublic: true)[0])}{Type(Nullability.Create(property))} {property.Name}{Index(property)} {{ {string.Join(" ", Accessors(property))} }}",
        FieldInfo field => $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{Type(Nullability.Create(field))} {field.Name}{(field.IsLiteral ? $" = {Value(field.GetRawConstantValue())}" : "")}",
        _ => member.ToString()!,
    };

    private static string Static(MethodInfo method) => method.IsStatic ? "static " : method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : "";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Index(PropertyInfo property) =>
        property.GetIndexParameters() is { Length: > 0 } index ? $"[{Parameters(index)}]" : "";

    private static IEnumerable<string> Accessors(PropertyInfo property)
    {
        if (property.GetMethod is { } get && IsVisibleAccessor(get)) yield return "get;";
        if (property.SetMethod is { } set && IsVisibleAccessor(set))
        {
            yield return set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;" : "set;";
        }
    }

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        (parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "")
        + $"{Type(Nullability.Create(parameter))} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : "")));

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Type(NullabilityInfo info)
    {
        var type = info.Type;
        var name = info.ElementType is { } element ? Type(element) + "[]"
            : info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null && !type.IsByRef
                ? $"{Bare(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Type))}>"
                : Name(type);
        return info.ReadState == NullabilityState.Nullable && !type.IsValueType ? name + "?" : name;
    }

    private static string Name(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } underlying => Name(underlying) + "?",
        { IsByRef: true } => "ref " + Name(type.GetElementType()!),
        { IsArray: true } => Name(type.GetElementType()!) + "[]",
        { IsGenericType: true } => $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>",
        { IsGenericParameter: true } => type.Name,
        _ => Bare(type),
    };

    private static string Bare(Type type) =>
        (type.IsNested && !type.IsGenericParameter ? Bare(type.DeclaringType!) + "." : "") + type.Name.Split('`')[0];
}
