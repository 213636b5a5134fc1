/// A word of a command line, as it can be typed.
enum ShellWord {
    /// The word as it stands, or between apostrophes where a shell would take it apart.
    static func quoted(_ word: String) -> String {
        let isPlain =
            !word.isEmpty
            && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./=,:+@%".contains($0) }
        return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
