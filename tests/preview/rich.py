"""A small project in which much depends on much: what a series of edits begins with.

Every kind is there, most of them more than once; things are named, backed, measured and detailed
from afar, so that an edit of one file is seen in the pages and findings of many others.
"""

from pathlib import Path

from tests.preview.desk import Desk
from tests.support.project import write_files

RICH = {
    "jmsite.yml": """\
        title: Rich
        language: en
        today: 2026-06-01
        logo: static/logo.svg
        repository: https://git.example.org/maps
        edit_path: edit/main/{path}
        owners: {Shop team: {handle: "@shop"}, Care team: {link: "mailto:care@example.org"}}
        theme_options: {accent: "#0b6b5c"}
        lanes: [emotion, touchpoints, {id: promise, title: Promise, from: x-promise}, "..."]
        checklist: {profile: thorough, rules: {unused-goal: warning}, thresholds: {wait: 2 h}}
        navigation: [journeys, personas, about, {title: Intranet, link: "https://example.org/"}]
        """,
    "content/index.md": "Read [Ana](personas/ana.md), [how](journeys/buy-later/index.md#choose).\n",
    "content/personas/ana.md": """\
        ---
        title: Ana
        segment: Buys for the planet
        needs: [A phone that lasts]
        frustrations: [Waiting]
        channels: [web-shop, hotline]
        evidence: [survey]
        image: ana.svg
        owner: Shop team
        tags: [planet]
        ---
        Likes [the shop](../channels.yml#web-shop).
        """,
    "content/personas/ben.md": """\
        ---
        title: Ben
        segment: Buys for the price
        role: prospect
        goals: [save, A fair price]
        aliases: [benny]
        ---
        """,
    "content/personas/ana.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'/>\n",
    "content/channels.yml": """\
        web-shop:
          title: Web shop
          medium: digital
          icon: shopping-cart
        phone:
          title: Hotline
          medium: human
          hours: 9 to 5
          aliases: [hotline]
        press:
          title: Press
          medium: physical
          icon: fone
          owned: false
        """,
    "content/goals.yml": """\
        grow:
          title: Sell more often
          of: business
          kpis: [joy]
        save:
          title: Spend less
        """,
    "content/kpis/joy.md": """\
        ---
        title: Joy
        unit: "%"
        baseline: 60
        target: 80
        series: data/joy.csv
        frequency: 3 mo
        source: survey
        ---
        """,
    "content/kpis/calls.md": """\
        ---
        title: Calls
        better: lower
        series: [{date: 2026-01-01, value: 12}, {date: 2026-04-01, value: 9}]
        ---
        """,
    "content/sources.yml": """\
        survey:
          title: Survey of buyers
          type: survey
          date: 2026-01-15
          valid_for: 6 mo
        talks:
          title: Talks at the desk
          type: employee
          date: 2025-01-15
          valid_for: 1 y
        """,
    "content/opportunities/track-it.md": """\
        ---
        title: Track it
        approach: availability
        addresses: [late-parcel]
        touchpoints: [buy/parcel]
        phases: [wait]
        status: in-progress
        started: 2026-02-01
        kpis: [calls]
        ---
        """,
    "content/pages/about.md": """\
        ---
        title: About
        nav: 5
        ---
        What [Ben](../personas/ben.md) says of [parcels](../journeys/buy/20-wait/10-parcel.md).
        """,
    "content/journeys/buy/index.md": """\
        ---
        title: Buying
        personas: [ana, ben]
        goals: [grow]
        kpis: [joy]
        evidence: [survey]
        owner: Shop team
        reviewed: 2026-05-01
        compare_with: buy-later
        scenarios:
          - id: quick
            title: Quickly
            persona: ana
            path: [advert, {any_of: [order, call]}, {optional: parcel}]
        ---
        How one buys.
        """,
    "content/journeys/buy/10-choose/index.md": """\
        ---
        title: Choosing
        stage: before
        mindset: Which one?
        emotion: {ana: 1, ben: -1}
        goals: [save, Be sure]
        steps: [{id: look, title: Look around}, {id: decide, title: Decide, journey: help}]
        evidence: [talks]
        kpis: [joy]
        x-promise: An honest choice
        ---
        """,
    "content/journeys/buy/10-choose/10-advert.md": """\
        ---
        title: Advert
        channel: press
        initiator: company
        step: look
        emotion: 0
        ---
        """,
    "content/journeys/buy/10-choose/20-order.md": """\
        ---
        title: Order
        channel: web-shop
        initiator: customer
        step: decide
        emotion: -1
        effort: 3
        drop_off: 37%
        image: order.svg
        moment_of_truth: true
        ---
        See [the hotline](30-call.md).
        """,
    "content/journeys/buy/10-choose/order.svg": "<svg viewBox='0 0 16 9'><title>o</title></svg>\n",
    "content/journeys/buy/10-choose/30-call.md": """\
        ---
        title: Call
        channel: phone
        step: decide
        next: [parcel]
        backstage: [{actor: Agent, action: Looks it up, system: CRM}]
        evidence: [survey]
        ---
        """,
    "content/journeys/buy/20-wait/index.md": """\
        ---
        title: Waiting
        stage: after
        emotion: {score: -2, quote: "Where is it?"}
        duration: 3 d
        pain_points: [{id: late-parcel, title: It is late, severity: high, bottleneck: true}]
        ---
        """,
    "content/journeys/buy/20-wait/10-parcel.md": """\
        ---
        title: Parcel
        channel: press
        initiator: company
        wait: 3 h
        kpis: [calls]
        ---
        """,
    "content/journeys/buy-later/index.md": """\
        ---
        title: Buying, one day
        state: future
        personas: [ana]
        phases:
          - id: choose
            title: Choosing well
            stage: before
            emotion: 2
            touchpoints:
              - {id: order, title: Order, channel: web-shop, emotion: 2}
          - title: Using
            stage: after
            gains: [Peace of mind]
        ---
        """,
    "content/journeys/help/index.md": """\
        ---
        title: Getting help
        parent: buy
        personas: [ben]
        phases:
          - title: Asking
            stage: during
            touchpoints:
              - {title: Question, channel: phone, initiator: customer, effort: 2}
        ---
        """,
    "content/journeys/draft/index.md": """\
        ---
        title: Not yet
        draft: true
        personas: [ben]
        phases: [{title: Some day, stage: before}]
        ---
        """,
    "data/joy.csv": "date,value\n2026-01-01,61\n2026-02-01,64\n2026-03-01,70\n",
    "static/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 10'/>\n",
    "static/.well-known/about.txt": "jmsite\n",
    "themes/default/icons/fone.svg": '<svg viewBox="0 0 24 24"><path d="M1 1h9"/></svg>\n',
}
"""The files of the project, by path."""

OTHER_BRANCH = {
    "content/index.md": "Nothing to say.\n",
    "content/pages/about.md": "---\ntitle: About it\n---\nNothing either.\n",
    "content/channels.yml": """\
        web-shop:
          title: The new shop
          medium: digital
        phone:
          title: Voices
          medium: human
          aliases: [hotline]
        press:
          title: Press
          medium: physical
        """,
    "content/personas/cleo.md": "---\ntitle: Cleo\nsegment: Buys for the price\n---\n",
    "data/joy.csv": "date,value\n2026-05-01,90\n",
}
"""Files that another branch holds instead."""


def committed(folder: Path) -> Path:
    """Write the project into a folder, under git with its other branch, and return the folder."""
    desk = Desk(write_files(folder, RICH))
    desk.git("init", "--quiet", "--initial-branch", "main", "--template=")
    desk.git("add", "--all")
    desk.git("commit", "--message", "All")
    desk.git("checkout", "-b", "other")
    desk.move("content/journeys/buy/20-wait", "content/journeys/buy/05-wait")
    desk.remove("content/opportunities")
    write_files(desk.root, OTHER_BRANCH)
    desk.git("add", "--all")
    desk.git("commit", "--message", "Otherwise")
    desk.git("checkout", "main")
    return desk.root
