using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Generators.Catalogue;

/// <summary>The kinds of mistakes that a catalogue can hold. Each is an error of the build, at its line in the JSON.</summary>
internal static class Mistake
{
    public static readonly DiagnosticDescriptor NotJson = Create("GBC001", "Not JSON", "This is not JSON: {0}");
    public static readonly DiagnosticDescriptor UnknownMember = Create("GBC002", "Unknown member", "'{0}' is not a member of {1}");
    public static readonly DiagnosticDescriptor MissingMember = Create("GBC003", "Missing member", "{1} needs the member '{0}'");
    public static readonly DiagnosticDescriptor WrongType = Create("GBC004", "Wrong type", "'{0}' must be {1}");
    public static readonly DiagnosticDescriptor UnknownWord = Create("GBC005", "Unknown word", "'{0}' is not one of: {1}");
    public static readonly DiagnosticDescriptor BadKey = Create("GBC006", "Bad key", "The key '{0}' must be {1}");
    public static readonly DiagnosticDescriptor DuplicateKey = Create("GBC007", "Duplicate key", "'{0}' is used twice; it stands also in {1}");
    public static readonly DiagnosticDescriptor BadDate = Create("GBC008", "Bad date", "'{0}' is not a date of the form yyyy-MM-dd");
    public static readonly DiagnosticDescriptor DatesOutOfOrder = Create("GBC009", "Dates out of order", "'{0}' ({1}) must not be before '{2}' ({3})");
    public static readonly DiagnosticDescriptor UnknownPlace = Create("GBC010", "Unknown place", "'{0}' is not a place of places.json");
    public static readonly DiagnosticDescriptor UnknownMeasurand = Create("GBC011", "Unknown measurand", "'{0}' is not a measurand of the vocabulary");
    public static readonly DiagnosticDescriptor UnknownUnit = Create("GBC012", "Unknown unit", "'{0}' is not a unit of units.json");
    public static readonly DiagnosticDescriptor WrongUnit = Create("GBC013", "Wrong unit", "'{0}' is not a unit of {1}, which is given in: {2}");
    public static readonly DiagnosticDescriptor UnknownFacet = Create("GBC014", "Unknown facet", "'{0}' is not a facet of domain {1}");
    public static readonly DiagnosticDescriptor UnknownFacetValue = Create("GBC015", "Unknown value of a facet", "'{0}' is not a value of facet '{1}', which may be: {2}");
    public static readonly DiagnosticDescriptor NoSource = Create("GBC016", "No source", "A fact without a source must be marked \"evidence\": \"unconfirmed\"");
    public static readonly DiagnosticDescriptor BadSourceIndex = Create("GBC017", "No such source", "There is no source {0}; the edition has {1}");
    public static readonly DiagnosticDescriptor UnknownEdition = Create("GBC018", "Unknown edition", "'{0}' is neither an edition of the catalogue nor in register.json");
    public static readonly DiagnosticDescriptor Overlap = Create("GBC019", "Editions overlap", "{0} and {1} are editions of {2} and are both in force on {3}");
    public static readonly DiagnosticDescriptor KindMismatch = Create("GBC020", "Value does not fit the kind", "A {0} {1}");
    public static readonly DiagnosticDescriptor ControlCharacter = Create("GBC021", "Control character", "Texts of the catalogue must not hold tabs, line breaks or other control characters");
    public static readonly DiagnosticDescriptor BadNumber = Create("GBC022", "Bad number", "'{0}' is not a number that a decimal can hold exactly");
    public static readonly DiagnosticDescriptor BadRange = Create("GBC023", "Bad range", "A range needs {0}");
    public static readonly DiagnosticDescriptor NoBase = Create("GBC024", "Nothing to be relative to", "No limit of '{0}' stands in this edition");
    public static readonly DiagnosticDescriptor MissingFile = Create("GBC025", "Missing file", "The catalogue has no {0}");
    public static readonly DiagnosticDescriptor OutsideValidity = Create("GBC026", "Dates outside the edition's validity", "'{0}' is not inside the time in which the edition is in force ({1} to {2})");

    private static DiagnosticDescriptor Create(string id, string title, string message) =>
        new(id, title, message, "GreenBuild.Catalogue", DiagnosticSeverity.Error, isEnabledByDefault: true);
}
