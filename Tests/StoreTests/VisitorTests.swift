import Repatriation
import SQLite
import Support
import Testing

@testable import Store

/// Who comes to a gate again, and for somebody else.
@Suite struct VisitorTests {
    @Test func openInquiriesAreFoundWithoutReadingAll() throws {
        let test = try TestStore()
        let plan = try Connection(path: test.path, mode: .write).statement(
            "EXPLAIN QUERY PLAN SELECT * FROM inquiry WHERE \(Store.unanswered)"
        ).all { $0.text(3) }
        #expect(plan.contains { $0.contains("INDEX inquiry_open") }, "\(plan)")
    }

    /// Found by what visitors are known by, as if each inquiry were compared with every other.
    @Test(arguments: 1...8) func whoAsksForAnotherIsFoundAsByComparingAll(_ seed: UInt64) {
        var random = RandomSource(state: seed &* 104_729 | 1)
        func some(_ of: [String?]) -> String? { of.randomElement(using: &random) ?? nil }
        var recent = (1...60).map { number in
            var inquiry = Inquiry(id: Identifier(number))
            inquiry.visitor = some(["Bo Li", "bó li", "de la", "Ana Cruz", "Cruz Ana"]) ?? ""
            inquiry.phone = some([nil, nil, nil, "no", "6310000001", "6310000002"])
            inquiry.vehicle = some([nil, nil, nil, "s/n", "ABC-123", "abc-123", "6310000001"])
            inquiry.document = some([nil, nil, nil, "INE 0001", "ine 0001"])
            inquiry.asksFor = some(["Uno", "uno", "Dos", "Tres"]) ?? ""
            // Many come once.
            if number % 2 == 0 { inquiry.visitor = "Persona \(number)" }
            return inquiry
        }
        recent.shuffle(using: &random)
        let compared = recent.filter { newest in
            recent.contains {
                $0.id.value < newest.id.value && $0.isSameVisitor(as: newest)
                    && NameText.folded($0.asksFor) != NameText.folded(newest.asksFor)
            }
        }
        let asking = Asking(now: TestStore.morning, open: [], recent: recent)
        #expect(asking.repeated.map(\.id) == compared.map(\.id))
        #expect(!compared.isEmpty && compared.count < recent.count)
    }
}
