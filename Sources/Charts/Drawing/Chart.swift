public import HTML

/// Something that is drawn and also told in figures.
public protocol Chart: Sendable {
    /// The drawing for a width in user units; narrow ones have their names above the marks.
    func scene(width: Double, in language: Language) -> Scene

    /// The same in figures.
    func table(name: String, caption: String, in language: Language) -> DataTable
}
