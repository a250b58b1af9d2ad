namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>What can be wrong with, or worth knowing of, a packet of HJ 212: a closed list. None of them makes the reader throw or change a value.</summary>
/// <remarks>The words of each are in <see cref="Hj212FaultText"/>. Members are added at the end only.</remarks>
public enum Hj212Fault
{
    /// <summary>Bytes that belong to no packet lie before this one.</summary>
    SkippedBytes = 0,

    /// <summary>The length field has three digits instead of four (HJ 212-2017, 6.3.1).</summary>
    LengthFieldThreeDigits,

    /// <summary>The length field is not the number of bytes of the data segment; the segment was found by its end and its CRC.</summary>
    LengthMismatch,

    /// <summary>The data segment has more than 1024 bytes.</summary>
    DataSegmentOver1024,

    /// <summary>There is no CRC behind the data segment.</summary>
    CrcMissing,

    /// <summary>The CRC is that of no known rule: the packet was damaged or edited.</summary>
    CrcMismatch,

    /// <summary>The CRC is the ordinary CRC-16/MODBUS instead of the standard's own.</summary>
    CrcModbus,

    /// <summary>The CRC is the ordinary CRC-16/MODBUS with its low byte first.</summary>
    CrcModbusSwapped,

    /// <summary>The CRC is of a Modbus rule, which the profile of the station does not allow.</summary>
    CrcRuleNotInProfile,

    /// <summary>No CR LF ends the packet.</summary>
    TerminatorMissing,

    /// <summary>The packet ends with CR or LF alone.</summary>
    TerminatorIncomplete,

    /// <summary>The packet ends with the letters <c>\r\n</c>: it was copied from program text.</summary>
    TerminatorAsText,

    /// <summary>There is no data region (<c>CP=&amp;&amp;</c> ... <c>&amp;&amp;</c>).</summary>
    DataRegionMissing,

    /// <summary>The data region seems to be encrypted (HJ 212-2025); the CRC belongs to the clear text and cannot be checked without the key.</summary>
    Encrypted,

    /// <summary>A comma stands in the header where a semicolon should, or CP follows without one.</summary>
    HeaderSeparator,

    /// <summary>A field of the header is not of the form name=value.</summary>
    HeaderFieldMalformed,

    /// <summary>A field of the header is there twice; the first is used.</summary>
    HeaderFieldRepeated,

    /// <summary>There is no request number QN.</summary>
    QnMissing,

    /// <summary>QN is not a time with milliseconds, in 17 digits.</summary>
    QnNot17Digits,

    /// <summary>There is no system code ST.</summary>
    StMissing,

    /// <summary>There is no command CN.</summary>
    CnMissing,

    /// <summary>The command is in none of the tables that were read of the three editions.</summary>
    CnUnknown,

    /// <summary>There is no device number MN: the readings belong to no station.</summary>
    MnMissing,

    /// <summary>There is no Flag in the header.</summary>
    HeaderFlagMissing,

    /// <summary>Flag in the header is not a number from 0 to 255.</summary>
    HeaderFlagMalformed,

    /// <summary>Flag says that packet numbers follow, but there are none.</summary>
    PacketNumbersMissing,

    /// <summary>PNUM or PNO is not a number, is 0, or PNO is above PNUM; the packet is not joined with others.</summary>
    PacketNumbersMalformed,

    /// <summary>The packet is one of several that belong together.</summary>
    PartOfSplitMessage,

    /// <summary>The packet says that it was sent again, late (RF=1, HJ 212-2025).</summary>
    SentAgain,

    /// <summary>There are values of a period or a moment, but no DataTime.</summary>
    DataTimeMissing,

    /// <summary>DataTime is not a time in 14 digits.</summary>
    DataTimeNot14Digits,

    /// <summary>DataTime has more than 14 digits, of which the first 14 were read, as the profile allows.</summary>
    DataTimeCut,

    /// <summary>The profile says that times are those of the end, but the length of the period is not known.</summary>
    PeriodUnknown,

    /// <summary>There are more than 1000 fields in the data region; those beyond are left out.</summary>
    TooManyFields,

    /// <summary>A piece of the data region is not of the form name=value.</summary>
    FieldMalformed,

    /// <summary>A suffix is in none of the tables of the standard; it is kept and not guessed.</summary>
    SuffixNotInStandard,

    /// <summary>A factor has the same field twice: none of its values is used.</summary>
    DuplicateKey,

    /// <summary>A factor code differs only in letter case from the code that the profile knows.</summary>
    CodeLetterCase,

    /// <summary>A factor has no data mark.</summary>
    DataFlagMissing,

    /// <summary>A data mark says that the value is not valid.</summary>
    NotValidData,

    /// <summary>A data mark is a lower-case letter, which is of another scheme.</summary>
    DataFlagLowerCase,

    /// <summary>A data mark is in none of the tables.</summary>
    DataFlagUnknown,

    /// <summary>A Flag stands alone in the data region, of no factor.</summary>
    BareFlagInsideCp,

    /// <summary>A value is empty.</summary>
    ValueMissing,

    /// <summary>A value is not a number of digits, a sign and a decimal point.</summary>
    ValueNotANumber,

    /// <summary>A value is one that devices send for "no value", such as −999 or 32767.</summary>
    SentinelValue,

    /// <summary>A value is off by a factor of a thousand or a million in the unit of the profile.</summary>
    UnitDoubtful,

    /// <summary>Particulates contradict each other: PM2.5 above PM10, or PM10 above TSP.</summary>
    ParticulatesOutOfOrder,

    /// <summary>A noise level, humidity, direction, temperature or pressure is one that is not possible in the unit of the profile.</summary>
    OutOfPlausibleRange,

    /// <summary>Parts of a split message did not arrive.</summary>
    PartsMissing,

    /// <summary>A part of a split message arrived twice with different data; both are kept.</summary>
    PartsConflict,
}
