import Repatriation
import Store
import Testing

/// What is read straight is what SQLite's parser reads: with a space before it, it is asked.
@Suite struct PlainJSONTests {
    private func agree(_ text: String) throws {
        let reader = try JSONReader()
        #expect(try reader.read(text) == reader.read(" " + text), "\(text)")
    }

    @Test(arguments: [
        "{}", "null", "0", "-0", "-1", "00", "01", "1.5", "1e3", "\"\"", "\"ñ\"", "{\"a\":{}}",
        "{\"a\":1,\"a\":2}", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1", "nul", "nullx",
        "true", "[1]", "\"\\\"", "\"\\\\\"", "\"\\n\\t\\/\\b\\f\\r\"", "\"\\x\"", "\"\\u00f1\"",
        "\"\\u0000\"", "\"\\ud83d\\ude00\"", "{\"a\":\"b\"}x", "{\"a\":-}", "123456789012345678",
        "1234567890123456789", "99999999999999999999", "-9223372036854775808", "\"\u{1}\"", "",
        "{\"a\":null,\"b\":\"c\"}",
        String(repeating: "{\"a\":", count: 9) + "1" + String(repeating: "}", count: 9),
    ])
    func textsAreReadAlike(_ text: String) throws { try agree(text) }

    /// Clamped, a telephone of twenty figures would be another one.
    @Test(arguments: ["99999999999999999999", "-99999999999999999999", "9223372036854775808"])
    func anIntegerThatIsTooLargeIsNone(_ text: String) throws {
        let read = try JSONReader().read(text)
        #expect(read != nil && read?.integer == nil && read?.text == nil)
    }

    @Test func theLargestIntegersAreWhole() throws {
        let reader = try JSONReader()
        #expect(try reader.read("9223372036854775807")?.integer == Int.max)
        #expect(try reader.read("-9223372036854775808")?.integer == Int.min)
    }

    @Test(arguments: 1...20) func whatIsDrawnIsReadAlike(_ seed: Int) throws {
        var random = RandomSource(state: UInt64(seed) &* 31 | 1)
        let parts = [
            "{", "}", "\"", "\"a\"", ":", ",", "1", "-", "0", "null", "\\", "\\n", "é", "\"b\":",
            "{\"a\":1}", "\"x\\\"y\"", " ", "true",
        ]
        for _ in 0..<200 {
            let count = Int.random(in: 1...8, using: &random)
            let drawn = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }
            try agree(drawn.joined())
        }
    }
}
