/// How much of a workbook is read at most, so that no file takes the machine's memory or its day.
///
/// The standard limits are far above what spreadsheets themselves hold in practice; a file beyond them gets a message.
public struct WorkbookLimits: Hashable, Sendable {
    /// Bytes of the file as it lies on disk.
    public var fileBytes = 1 << 30
    /// Parts inside the file.
    public var parts = 10_000
    /// Bytes of one unpacked part that holds a sheet.
    public var sheetBytes = 2 << 30
    /// Bytes of any other unpacked part.
    public var partBytes = 512 << 20
    /// How many times larger a part may become by unpacking. Parts below ``unjudgedBytes`` may grow as they like.
    public var ratio = 250
    /// Unpacked bytes up to which the ratio does not matter.
    public var unjudgedBytes = 64 << 20
    /// Texts that a workbook keeps aside for its cells.
    public var strings = 5_000_000
    /// Bytes of these texts together.
    public var stringBytes = 256 << 20
    /// Bytes of the text of one cell.
    public var textBytes = 1 << 20
    /// Bytes of the texts of one row.
    public var rowBytes = 16 << 20
    /// Rows of a sheet, as spreadsheets count them.
    public var rows = 1_048_576
    /// Columns of a sheet, as spreadsheets count them.
    public var columns = 16_384
    /// Cells of a sheet that hold something.
    public var cells = 200_000_000
    /// Cell formats, sheets, and merged ranges.
    public var definitions = 100_000

    /// The standard limits.
    public static let standard = WorkbookLimits()

    /// Makes the standard limits.
    public init() {}
}
