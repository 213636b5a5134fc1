import Testing

@testable import Formulas
@testable import Messages

/// How many slips of the pen lie between two words.
@Suite("Edit distance")
struct EditDistanceTests {
    @Test(
        "letters put in, taken out, exchanged, or swapped with their neighbour",
        arguments: [
            ("", "", 0), ("", "ab", 2), ("sales", "sales", 0), ("sales", "sale", 1), ("sales", "slaes", 1),
            ("sales", "salse", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("продажи", "продаж", 1),
        ] as [(String, String, Int)])
    func distance(one: String, other: String, expected: Int) {
        for bound in 0...5 {
            let found = EditDistance.between(Array(one), Array(other), atMost: bound)
            #expect(found == (expected <= bound ? expected : nil), "at most \(bound)")
            #expect(EditDistance.between(Array(other), Array(one), atMost: bound) == found)
        }
    }
}
