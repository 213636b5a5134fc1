import Company
import Testing

@Suite("Which of two identifiers comes first")
struct RecordKeyTests {
    @Test("digits compare as numbers and come before texts, texts compare as texts")
    func order() {
        let sorted = [
            "0", "07", "7", "9", "10", "99999999999999999999999", "100000000000000000000000", "-1", "1a", "a10", "a9",
            "Я",
        ]
        #expect(sorted.reversed().map { RecordKey($0) }.sorted().map(\.id) == sorted)
    }

    @Test("two ways of writing one number are two identifiers")
    func different() {
        #expect(RecordKey("07") != RecordKey("7"))
        #expect(RecordKey("07") < RecordKey("7"))
        #expect(!(RecordKey("7") < RecordKey("7")))
    }
}
