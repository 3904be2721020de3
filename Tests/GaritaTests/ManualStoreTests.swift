import Foundation
import Support
import Testing

/// The manual of a store says what that store does.
@Suite struct ManualStoreTests {
    @Test(arguments: ["es", "en"]) func itsOwnRulesStandInIt(_ language: String) throws {
        let program = try Program.fresh()
        defer { TestStore.remove(program.folder) }
        let store = "\(program.folder)/g.db"
        let amended = try program.run([
            "catalog", "amend", "points", "NOG", "share=7", "thresholds=insideLong 777",
            "quietHours=21:15-04:45", "windows=general 06:10-21:20 /", "--store", store,
        ])
        #expect(amended.code == 0, "\(amended.err)")
        func manual(_ more: [String]) throws -> String {
            let made = try program.run(["manual", "--lang", language] + more)
            #expect(made.code == 0, "\(made.err)")
            return made.out.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
        }
        let shipped = try manual([])
        let own = try manual(["--store", store, "--point", "NOG"])
        for words in ["777 min", "21:15-04:45", "06:10–21:20"] {
            #expect(own.contains(words) && !shipped.contains(words), "\(words)")
        }
        let share = language == "es" ? "una de cada 7" : "one call in 7"
        #expect(own.contains(share) && !shipped.contains(share))
        let all = try manual(["--store", store])
        #expect(all.contains("777 min (NOG)") && all.contains(share))
    }
}
