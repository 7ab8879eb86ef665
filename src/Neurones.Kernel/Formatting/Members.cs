using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Neurones.Kernel.Formatting;

/// <summary>The public values of an object by name: properties, fields, or the items of a tuple.</summary>
internal static class Members
{
    private const int MaxMembers = 20;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<MemberInfo>> Known = new();

    /// <summary>Whether the type is shown by its members: it has some, and no text of its own to show instead.</summary>
    /// <remarks>Not the framework's own types: a getter such as Task.Result may wait for ever.</remarks>
    public static bool Describe(Type type) =>
        type.IsAssignableTo(typeof(ITuple))
        || IsPair(type)
        || (!IsFramework(type) && !type.IsAssignableTo(typeof(Delegate)) && !HasOwnText(type) && Of(type).Count > 0);

    public static IReadOnlyList<string> Names(object value) => value is ITuple tuple
        ? Enumerable.Range(1, tuple.Length).Select(i => $"Item{i}").ToList()
        : Of(value.GetType()).Select(member => member.Name).ToList();

    public static object? Value(object target, string name)
    {
        if (target is ITuple tuple)
            return int.TryParse(name.AsSpan(4), out var item) && item <= tuple.Length ? tuple[item - 1] : null;

        try
        {
            return Of(target.GetType()).FirstOrDefault(member => member.Name == name) switch
            {
                PropertyInfo property => property.GetValue(target),
                FieldInfo field => field.GetValue(target),
                _ => null,
            };
        }
        catch (TargetInvocationException e)
        {
            return $"({e.InnerException!.GetType().Name})";
        }
    }

    private static IReadOnlyList<MemberInfo> Of(Type type) => Known.GetOrAdd(type, static type =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0)
            .Where(property => property.PropertyType is { IsByRef: false, IsByRefLike: false, IsPointer: false })
            .DistinctBy(property => property.Name)
            .Take(MaxMembers),
        .. type.GetFields(BindingFlags.Instance | BindingFlags.Public).Where(field => !field.FieldType.IsPointer).Take(MaxMembers),
    ]);

    /// <summary>Whether ToString() was written by hand for this type.</summary>
    /// <remarks>That of a record is written by the compiler, and never ends on an object that holds itself.</remarks>
    public static bool HasOwnText(Type type)
    {
        var toString = type.GetMethod(nameof(ToString), Type.EmptyTypes)!;
        return !IsFramework(toString.DeclaringType!) && !TypeNames.IsAnonymous(type) && !toString.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
    }

    private static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool IsFramework(Type type) =>
        type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal));
}
