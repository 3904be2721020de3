import Drill
import Foundation
import Repatriation
import Testing

/// Parts of texts, against Foundation's.
@Suite struct TextPartsTests {
    @Test(arguments: 1...4)
    func containsAgreesWithFoundation(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        let letters = Array("abñÁ ·é1")
        func word(_ most: Int) -> String {
            String(
                (0..<Int.random(in: 0...most, using: &random)).map { _ in
                    letters.randomElement(using: &random) ?? "a"
                }
            )
        }
        for _ in 0..<2000 {
            let (text, part) = (word(12), word(3))
            let theirs = part.isEmpty || text.range(of: part, options: .literal) != nil
            #expect(text.contains(part) == theirs, "«\(text)» «\(part)»")
            #expect(
                Substring(text).dropFirst().contains(part)
                    == (part.isEmpty
                        || String(text.dropFirst()).range(of: part, options: .literal) != nil))
        }
    }
}
