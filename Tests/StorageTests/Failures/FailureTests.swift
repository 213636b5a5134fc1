import Files
import Ledger
import Messages
import Testing

@testable import Storage

/// Every result code of SQLite becomes a failure that says what to do.
struct FailureTests {
    @Test(
        "codes and what they mean",
        arguments: [
            (5, StorageFailure.busy(path: "x")), (517, .busy(path: "x")), (6, .busy(path: "x")),
            (13, .diskFull(path: "x")), (778, .diskFull(path: "x")), (8, .readOnly(path: "x")),
            (11, .corrupted(path: "x", detail: "m")), (26, .corrupted(path: "x", detail: "m")),
            (14, .inaccessible(path: "x", detail: "m")), (266, .inaccessible(path: "x", detail: "m")),
            (2067, .database(path: "x", code: 2067, detail: "m")),
        ] as [(Int32, StorageFailure)])
    func codes(code: Int32, failure: StorageFailure) {
        #expect(StorageFailure(code: code, message: "m", path: "x") == failure)
    }

    @Test(
        "each failure says what was found and what to do, in both languages",
        arguments: [
            .noWorkspace(folder: "x"), .alreadyThere(path: "x"), .notAWorkspace(path: "x"), .newerVersion(path: "x"),
            .busy(path: "x"), .diskFull(path: "x"), .readOnly(path: "x"), .corrupted(path: "x", detail: "d"),
            .inaccessible(path: "x", detail: "d"), .closed(path: "x"), .database(path: "x", code: 1, detail: "d"),
            .noSuchRun("x"), .ambiguousRun("x", candidates: ["x1", "x2"]), .noSuchModel("x"), .noSuchAdjustment(7),
            .noSuchDispute(7), .malformedTable(kind: "x", .repeatedColumn("id")), .notAKey(path: "x"),
            .badBackup(path: "x", faults: [.record(7)]), .notABackup(path: "x"), .leadsNowhere(path: "x"),
            .goesOn(path: "x"), .system(path: "x", .failingDisk), .notAsWritten(path: "x", faults: [.record(7)]),
            .broken(.lifeCycle(.noReason("x"))),
        ] as [StorageFailure])
    func texts(failure: StorageFailure) {
        for language in Language.allCases {
            let text = failure.text[language]
            #expect(text.contains("x") || text.contains("7"))
            #expect(failure.remedy[language].count > 8)
        }
        #expect(failure.text.en != failure.text.ru)
    }
}
