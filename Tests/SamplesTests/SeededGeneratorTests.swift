import Samples
import Testing

@Suite("Seeded generator")
struct SeededGeneratorTests {
    @Test("gives the published sequence of SplitMix64")
    func publishedSequence() {
        var generator = SeededGenerator(seed: 1_234_567)
        let first = [generator.next(), generator.next(), generator.next()]
        #expect(first == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }

    @Test("stays below the bound and reaches every number")
    func bounds() {
        var generator = SeededGenerator(seed: 7)
        let drawn = Set((0..<400).map { _ in generator.below(6) })
        #expect(drawn == Set(0..<6))
        #expect(generator.below(1) == 0)
        #expect(generator.below(0) == 0)
    }

    @Test("never chooses what weighs nothing")
    func weights() {
        var generator = SeededGenerator(seed: 7)
        let places = (0..<200).map { _ in generator.place(weights: [0, 3, 0, 1]) }
        #expect(Set(places) == [1, 3])
    }

    @Test("draws half of the deals below the middle")
    func skew() {
        var generator = SeededGenerator(seed: 7)
        let table = SkewTable(permille: [100, 1000, 9000])
        let drawn = (0..<1000).map { _ in table.draw(middle: 500_00, &generator) }
        #expect(drawn.allSatisfy { (50_00...4_500_00).contains($0) })
        #expect((450...550).contains(drawn.filter { $0 < 500_00 }.count))
    }
}
