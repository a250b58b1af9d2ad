namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Which rule the CRC of a packet follows.</summary>
/// <remarks>A CRC that matches does not say that nobody changed the packet: the standard's has 256 values, and anyone can compute it.</remarks>
public enum Hj212CrcRule
{
    /// <summary>None that is known. This is the value of <c>default</c>.</summary>
    None = 0,

    /// <summary>The standard's own (HJ 212-2017, appendix A), the same in all three editions.</summary>
    Standard = 1,

    /// <summary>The ordinary CRC-16/MODBUS, its high byte first.</summary>
    Modbus = 2,

    /// <summary>The ordinary CRC-16/MODBUS, its low byte first.</summary>
    ModbusSwapped = 3,

    /// <summary>There is no CRC in the packet.</summary>
    Missing = 4,

    /// <summary>The data region is encrypted: the CRC belongs to the clear text.</summary>
    NotCheckable = 5,
}
