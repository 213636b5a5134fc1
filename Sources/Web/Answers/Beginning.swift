extension String {
    /// The same where it begins a line: with a capital.
    var beginning: String { prefix(1).uppercased() + dropFirst() }
}
