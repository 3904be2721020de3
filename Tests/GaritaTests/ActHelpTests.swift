import Repatriation
import Testing

@testable import garita

/// Help and manual say of an act what its row of the table says.
@Suite struct ActHelpTests {
    private static let names = Acts.all.map { $0.name }

    private func kind(_ name: CommandName) throws -> any Act.Type {
        for kind in Acts.all where kind.name == name { return kind }
        throw Refusal(.unknownCommand)
    }

    @Test(arguments: names) func everyActSaysWhatItTakes(_ name: CommandName) throws {
        func parameters<Kind: Act>(_: Kind.Type) -> [(name: String, isRequired: Bool)] {
            Kind.parameters.map { ($0.name, $0.isRequired) }
        }
        let kind = try kind(name)
        for language in Language.allCases {
            let line = ActHelp.taking(kind, language)
            #expect(line.hasPrefix(name.rawValue))
            for parameter in parameters(kind) {
                let words = " \(parameter.isRequired ? "" : "[")\(parameter.name)="
                #expect(line.contains(words), "\(line)")
            }
            #expect(ActHelp.text(language).contains("  \(line)\n"))
        }
        #expect(HelpText.man().contains("\n.B \(name.rawValue)"))
    }

    @Test func whoMayAndWhatBecomesOfItIsSaid() throws {
        let call = ActHelp.terms(of: try kind(.callNext), .es)
        #expect(call.contains("se deshace") && !call.contains("otra persona"), "\(call)")
        let release = ActHelp.terms(of: try kind(.release), .en)
        #expect(release.contains("may take a second officer"), "\(release)")
        #expect(release.contains("can be undone"), "\(release)")
        let paper = ActHelp.terms(of: try kind(.issueCertificate), .en)
        #expect(!paper.contains("undone"), "\(paper)")
        let point = ActHelp.terms(of: try kind(.setPoint), .es)
        #expect(point.hasSuffix("no por send"), "\(point)")
        #expect(!point.contains(OfficerRole.health.label(.es)), "\(point)")
        #expect(ActHelp.terms(of: try kind(.notePassword), .en).hasPrefix("everybody"))
    }
}
