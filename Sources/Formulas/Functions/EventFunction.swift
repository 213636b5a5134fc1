/// A function that makes a figure of many events.
///
/// Who lays events out looks at every case, so that a function which he forgets does not compile.
public enum EventFunction: String, CaseIterable, Sendable, Hashable {
    case sum, count, distinct, average, min, max, last, median

    /// The function under the name by which formulas call it; `nil` for one that makes no figure of events.
    public init?(_ function: Function) {
        self.init(rawValue: function.rawValue)
    }
}
