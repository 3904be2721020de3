import Repatriation
import SQLite
import Support
import Testing

/// What `verify` says of facts that a later program wrote.
@Suite struct LaterVerdictTests {
    @Test func laterFactsAreSaidApartAndFailNothing() throws {
        let test = try TestStore()
        let program = Program(test.folder)
        #expect(try program.run(["verify", "--json"]).out.contains(#""later":0"#))
        try Connection(path: test.path, mode: .write).execute(
            """
            INSERT INTO journal
            SELECT j.seq + 1, m.origin, m.oseq + 1, (m.origin << 29) + m.counter + 1, j.at, NULL, j."offset", j.day,
              j.cutDay, j.point, NULL, j.officer, 'frobnicated', 1, 0, NULL, '{}'
            FROM meta m, journal j WHERE j.seq = (SELECT max(seq) FROM journal);
            UPDATE meta SET oseq = oseq + 1, counter = counter + 1;
            """)
        let json = try program.run(["verify", "--json"])
        #expect(
            json.code == 0 && json.out.contains(#""later":1"#)
                && json.out.contains(#""verdict":"holds""#))
        let text = try program.run(["verify", "--lang", "en"])
        #expect(text.code == 0 && text.out.contains("program: 1 event."))
        // The journal names it, and nothing of what it says.
        let rows = try program.run(["show", "journal"]).out.split(separator: "\n")
        #expect(rows.last?.hasSuffix("frobnicated (de un programa posterior)") == true)
        #expect(rows.last?.hasPrefix("\(rows.count) ") == true)
        let last = try program.run(["show", "journal", "--json"]).out.split(separator: "\n").last
        #expect(
            last?.contains(#""kind":"frobnicated","later":true,"seq":\#(rows.count),"v":1"#) == true
        )
    }
}
