using System.Globalization;

namespace Neurones.Tests;

/// <summary>Decimal commas for as long as it lives.</summary>
internal sealed class FrenchCulture : IDisposable
{
    private readonly CultureInfo _previous = CultureInfo.CurrentCulture;

    public FrenchCulture() => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");

    public void Dispose() => CultureInfo.CurrentCulture = _previous;
}
