import AccountRows
import Accounts
import Calculation
import Company
import Foundation
import Messages
import Testing

/// What lies beside the example company: job descriptions in it, and a plan that nobody is paid by.
struct AlfaVariantTests {
    private static let examples = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Examples")
        .standardized

    @Test("Alfa's account manager has twelve duties, each measured, seventeen requirements and ten skills")
    func job() throws {
        let jobs = try #require(AlfaRadarTests.book).rules.jobs
        let job = try #require(jobs.job("kam"))
        #expect((job.duties.count, job.requirements.count, job.skills.count) == (12, 17, 10))
        #expect(jobs.jobs.flatMap(\.unmeasured) == [])
        #expect(jobs.tracks.map(\.steps.first) == ["coordinator", "coordinator"])
        #expect(jobs.next(after: "kam").map(\.job) == ["senior_kam", "client_head"])
        #expect(jobs.competencies.allSatisfy { $0.anchors[1] != nil && $0.anchors[3] != nil && $0.anchors[5] != nil })
    }

    @Test("The variant that pays by promises passes its tests by hand, and takes the place of the plan of now")
    func variant() throws {
        let folder = Self.examples.appendingPathComponent("alfa")
        var files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .filter { ($0.hasSuffix(".yaml") || $0.hasSuffix(".csv")) && $0 != "plans-key-accounts.yaml" }
            .map { SourceFile(path: $0, bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent($0)))) }
        let text = try Data(contentsOf: Self.examples.appendingPathComponent("alfa-key-accounts.yaml"))
        files.append(SourceFile(path: "variant.yaml", bytes: [UInt8](text)))
        let reading = CompanyReader.read(files)
        #expect(reading.diagnostics.filter { $0.place?.file == "variant.yaml" }.map(\.code) == [])
        let model = try #require(reading.model)
        let results = PlanTester(model).results().filter { $0.plan == "key_account_manager" }
        #expect(results.count == 5)
        for result in results { #expect(result.passed, "\(result)") }
    }

    @Test("No figure of the company itself is over computed rows, so that single changes are followed")
    func follows() throws {
        let model = try #require(AlfaRadarTests.model)
        #expect(!model.asksForDerivedRows)
    }
}
