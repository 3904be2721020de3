// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "garita",
    targets: [
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: strict),
        .target(name: "Repatriation", swiftSettings: strict),
        .target(name: "CCrypt", linkerSettings: [.linkedLibrary("crypt")]),
        .target(
            name: "Store", dependencies: ["Repatriation", "SQLite", "CSQLite", "CCrypt"],
            swiftSettings: strict),
        .target(
            name: "CTerminal",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "Terminal", dependencies: ["CTerminal"], swiftSettings: strict),
        .target(
            name: "Screens", dependencies: ["Repatriation", "Terminal"], swiftSettings: strict),
        .target(name: "Drill", dependencies: ["Repatriation"], swiftSettings: strict),
        .target(name: "CAssets"),
        .executableTarget(
            name: "garita",
            dependencies: [
                "Screens", "Drill", "Store", "SQLite", "Terminal", "Repatriation", "CAssets",
            ],
            swiftSettings: strict),
        .target(
            name: "Support", dependencies: ["Store", "Repatriation", "Terminal"],
            path: "Tests/Support",
            swiftSettings: strict),
        .testTarget(
            name: "RepatriationTests", dependencies: ["Repatriation", "Store", "Drill", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "SQLite", "Drill", "Support"],
            exclude: ["Fixtures"],
            swiftSettings: strict),
        .testTarget(name: "TerminalTests", dependencies: ["Terminal"], swiftSettings: strict),
        .testTarget(
            name: "ScreensTests", dependencies: ["garita", "Screens", "Store", "Drill", "Support"],
            exclude: ["Golden"], swiftSettings: strict),
        .testTarget(
            name: "GaritaTests",
            dependencies: ["garita", "Screens", "Support", "Store", "SQLite", "Terminal"],
            exclude: ["Golden"], swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
