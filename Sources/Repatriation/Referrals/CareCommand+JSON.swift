extension CareCommand {
    /// Reads a line of `send`; nil when it is no command of these.
    init?(_ name: String, _ reader: inout CommandReader) throws(Refusal) {
        switch name {
        case "refer":
            let request = ReferralRequest(
                try reader.requiredCode("kind"), provider: try reader.optionalIdentifier("provider"),
                basis: try reader.requiredCode("basis"), consents: try reader.flag("consent"))
            self = .refer(try reader.identifier("reception"), request)
        case "answerReferral":
            self = .answerReferral(
                try reader.identifier("referral"), try reader.requiredCode("answer"), note: try reader.text("note"))
        case "closeReferral":
            self = .closeReferral(
                try reader.identifier("referral"), try reader.requiredCode("outcome"), note: try reader.text("note"))
        case "withdrawConsent": self = .withdrawConsent(try reader.identifier("reception"))
        case "giveHelp": self = .giveHelp(try CareCommand.target(&reader), try CareCommand.help(&reader))
        case "claimProperty":
            var claim = PropertyClaimed(try reader.codes("missing") ?? [])
            claim.tag = try reader.text("tag")
            claim.amount = try reader.integer("amount", 0...1_000_000)
            claim.office = try reader.text("office")
            self = .claimProperty(try reader.identifier("reception"), claim)
        case "setProvider": self = try CareCommand.provider(&reader)
        case "setStock":
            self = .setStock(
                try reader.point(), try reader.requiredCode("item"),
                count: try reader.requiredInteger("count", 0...99_999),
                low: try reader.integer("low", 0...9999))
        case "keepBag":
            self = .keepBag(
                try reader.identifier("reception"), try reader.requiredCode("cause"),
                shelf: try reader.requiredText("shelf"), tag: try reader.text("tag"))
        case "giveBag":
            self = .giveBag(try reader.identifier("bag"), receiver: try reader.requiredText("receiver"))
        default: return nil
        }
    }

    private static func target(_ reader: inout CommandReader) throws(Refusal) -> HelpTarget {
        if reader.has("group") {
            let except: [Identifier<Reception>] = reader.has("except") ? try reader.identifiers("except") : []
            return .group(try reader.identifier("group"), except: except)
        }
        if reader.has("receptions") { return .people(try reader.identifiers("receptions")) }
        return .people([try reader.identifier("reception")])
    }

    private static func help(_ reader: inout CommandReader) throws(Refusal) -> HelpGiven {
        var help = HelpGiven(try reader.codeList("kinds") ?? [])
        help.isDeclined = try reader.flag("declined") ?? false
        help.amount = try reader.integer("amount", 0...1_000_000)
        help.fund = try reader.text("fund")
        help.voucher = try reader.text("voucher")
        return help
    }

    private static func provider(_ reader: inout CommandReader) throws(Refusal) -> CareCommand {
        var words = ProviderWords()
        words.name = try reader.text("name")
        words.institution = try reader.code("institution")
        words.serves = try reader.codes("serves")
        words.sexes = try reader.codes("sexes")
        words.fromAge = try reader.integer("fromAge", 0...120)
        words.toAge = try reader.integer("toAge", 0...120)
        words.takesFamilies = try reader.flag("families")
        words.hours = try reader.text("hours")
        words.places = try reader.integer("places")
        words.contact = try reader.text("contact")
        words.isRetired = try reader.flag("retired")
        return .setProvider(try reader.point(), try reader.optionalIdentifier("provider"), words)
    }
}
