import Support
import Testing

/// What `verify` says it looked at, and what it did not.
@Suite struct VerifyProgramTests {
    @Test func aCheckSaysWhatItDidNotLookAt() throws {
        let test = try TestStore()
        let program = Program(test.folder)
        let first = try program.run(["verify", "--daily", "--json"])
        #expect(first.code == 0 && first.out.contains(#""scope":"whole""#))
        #expect(first.out.contains(#""notLookedAt":["contents"]"#))
        let second = try program.run(["verify", "--daily", "--json"])
        #expect(second.code == 0 && second.out.contains(#""scope":"daily""#))
        #expect(second.out.contains(#""notLookedAt":["pages","contents"]"#))
        let words = try program.run(["verify", "--daily", "--lang", "en"]).out
        #expect(words.contains("Not looked at: pages and indexes of the file; what looks"))
        let quick = try program.run(["verify", "--quick", "--json"])
        #expect(quick.code == 0 && quick.out.contains(#""scope":"quick""#))
        #expect(quick.out.contains(#""notLookedAt":["tables","pages","earlierEvents","contents"]"#))
        #expect(try program.run(["verify"]).out.contains("No se miró: lo que dicen consultas, "))
        #expect(try program.run(["verify", "--daily", "--quick"]).code == 2)
    }
}
