using System.Runtime.CompilerServices;

// Setters that are init-only carry this type in their signature. For netstandard2.0 it is a type of this very assembly; a library that
// was compiled against that one and runs on a modern runtime looks for it here, and is led on.
[assembly: TypeForwardedTo(typeof(IsExternalInit))]
