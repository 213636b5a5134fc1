internal import Formulas
internal import Messages

/// Finds the name that somebody probably meant.
enum NearName {
    /// The position of the nearest name, when one is near enough to be a slip of the pen.
    static func nearest(to name: String, among names: [String]) -> Int? {
        let wanted = Array(Lookalikes.latin(name).lowercased().prefix(100))
        var best: (index: Int, distance: Int)?
        for (index, candidate) in names.enumerated() {
            let other = Array(Lookalikes.latin(candidate).lowercased().prefix(100))
            let most = max(1, min(wanted.count, other.count) / 3)
            guard let distance = EditDistance.between(wanted, other, atMost: most) else { continue }
            // One letter may be wrong in a word of three; of two letters neither may.
            guard distance == 0 || min(wanted.count, other.count) > 2 else { continue }
            if distance < best?.distance ?? .max { best = (index, distance) }
        }
        return best?.index
    }
}
