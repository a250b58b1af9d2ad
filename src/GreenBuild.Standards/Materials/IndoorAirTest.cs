namespace GreenBuild.Standards.Materials;

/// <summary>One room of an indoor air test: its points, and how it was kept before the test.</summary>
public sealed class IndoorAirRoom
{
    /// <summary>The name, unique in its test.</summary>
    public required string Name { get; init; }

    /// <summary>The floor area in m2, which says how many points are needed; <see langword="null"/> if not recorded.</summary>
    public decimal? Area { get; init; }

    /// <summary>How the room is ventilated, a word of the facet <c>roomVentilation</c>; <see langword="null"/> if not recorded.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public string? Ventilation { get; init => field = value is null ? null : Vocabulary.Checked("roomVentilation", value); }

    /// <summary>How long doors and windows had been closed before chemical pollutants were sampled, in h; <see langword="null"/> if not recorded.</summary>
    public decimal? ClosedHours { get; init; }

    /// <summary>How long doors and windows had been closed before radon was sampled, in h; <see langword="null"/> if not recorded.</summary>
    public decimal? RadonClosedHours { get; init; }

    /// <summary>Whether the air conditioning ran during the test; <see langword="null"/> if not recorded.</summary>
    public bool? IsConditioningRunning { get; init; }

    /// <summary>The concentrations of a pollutant at the points of the room, by the word of the facet <c>indoorPollutant</c>: radon in Bq/m3, the others in mg/m3.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<decimal>> Concentrations { get; init; } = new Dictionary<string, IReadOnlyList<decimal>>();

    /// <summary>Where the room stands.</summary>
    public FindingOrigin? Origin { get; init; }
}

/// <summary>The test of indoor air at the completion of one building (GB 50325, GB 55016).</summary>
public sealed class IndoorAirTest
{
    /// <summary>The name of the building.</summary>
    public required string Building { get; init; }

    /// <summary>The class of the building: <c>I</c> (homes, wards, elderly care, nurseries, classrooms) or <c>II</c> (offices, shops, hotels ...); <see langword="null"/> if not known.</summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public string? BuildingClass { get; init => field = value is null ? null : Vocabulary.Checked("buildingClass", value); }

    /// <summary>The use, a word of the facet <c>buildingUse</c>: nurseries, classrooms, dormitories and elderly care need more rooms; <see langword="null"/> for none of these.</summary>
    /// <exception cref="ArgumentException">There is no such word.</exception>
    public string? BuildingUse { get; init => field = value is null ? null : Vocabulary.Checked("buildingUse", value); }

    /// <summary>How many rooms the building has; <see langword="null"/> if not known.</summary>
    public int? RoomCount { get; init; }

    /// <summary>The day on which the works were finished; <see langword="null"/> if not known.</summary>
    public CalendarDate? CompletionDate { get; init; }

    /// <summary>The day of the test, which chooses the edition.</summary>
    public required CalendarDate TestDate { get; init; }

    /// <summary>Whether a sample room was tested before and passed, which halves the number of rooms; <see langword="null"/> if not recorded, which halves nothing.</summary>
    public bool? SampleRoomPassed { get; init; }

    /// <summary>The rooms that were tested; their order does not matter.</summary>
    public IReadOnlyList<IndoorAirRoom> Rooms { get; init; } = [];

    /// <summary>The concentrations upwind outdoors at the same time, by the word of the facet <c>indoorPollutant</c>, in mg/m3. Radon needs none.</summary>
    public IReadOnlyDictionary<string, decimal> Outdoor { get; init; } = new Dictionary<string, decimal>();

    /// <summary>The test that failed, if this one repeats it; <see langword="null"/> for a first test.</summary>
    public IndoorAirTest? RetestOf { get; init; }
}

/// <summary>What an indoor air test comes to.</summary>
public sealed class IndoorAirResult
{
    internal IndoorAirResult(List<Finding> findings) => Findings = findings.AsReadOnly();

    /// <summary>First what holds for the whole test (rooms, delay, retest), then each room with each pollutant, by the name of the room.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The building passes only if all rooms do, and the test counts.</summary>
    public Verdict Verdict => Finding.OverallOf(Findings);
}
