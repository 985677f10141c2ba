"""How a relation reads in Japanese: from its subject, and from its object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# The keys are those of ``english``.
JAPANESE: Final[Mapping[str, tuple[str, str]]] = {
    "about": ("{a}は{b}に関するものである", "{a}に関するものとして{b}がある"),
    "adoptedBy": ("{a}は{b}により採択された", "{a}は{b}を採択した"),
    "affected": ("{a}は{b}に被害や影響を及ぼした", "{a}は{b}の被害や影響を受けた"),
    "agreedAt": ("{a}は{b}で合意された", "{a}では{b}が合意された"),
    "assistedIn": ("{a}は{b}で技術支援を行っている", "{a}は{b}による技術支援を受けている"),
    "benefits": ("{a}は{b}を受益地としている", "{a}は{b}の受益地である"),
    "causedBy": ("{a}の原因は{b}である", "{a}は{b}の原因である"),
    "componentOf": ("{a}は{b}を構成する一部である", "{a}を構成する一部に{b}がある"),
    "constituentOf": ("{a}は{b}の構成者である", "{a}の構成者に{b}がある"),
    "contributedTo": ("{a}は{b}に貢献した", "{a}には{b}が貢献した"),
    "covers": ("{a}は{b}を対象としている", "{a}は{b}の対象となっている"),
    "drawnFrom": ("{a}は{b}から支出されている", "{a}から{b}が支出されている"),
    "establishedBy": ("{a}は{b}が設立した", "{a}は{b}を設立した"),
    "facilitates": ("{a}は{b}を促進している", "{a}は{b}により促進されている"),
    "foundingMemberOf": ("{a}は{b}の原加盟国である", "{a}の原加盟国に{b}がある"),
    "fundedBy": ("{a}は{b}から資金の提供を受けている", "{a}は{b}に資金を提供している"),
    "fundedThrough": (
        "{a}の資金は{b}を通じて提供されている",
        "{a}を通じて{b}に資金が提供されている",
    ),
    "guidedBy": ("{a}は{b}の統括の下にある", "{a}は{b}を統括している"),
    "hasAction": ("{a}の取組に{b}がある", "{a}は{b}の取組である"),
    "hasObjective": ("{a}は{b}を目的としている", "{a}は{b}の目的である"),
    "hasOutcome": ("{a}のアウトカムに{b}がある", "{a}は{b}のアウトカムである"),
    "hasOutput": ("{a}のアウトプットに{b}がある", "{a}は{b}のアウトプットである"),
    "hasPost": ("{a}には{b}のポストがある", "{a}は{b}に置かれたポストである"),
    "hasPriority": ("{a}は{b}を優先分野としている", "{a}は{b}の優先分野である"),
    "implementedBy": ("{a}は{b}が実施している", "{a}は{b}を実施している"),
    "implementedIn": ("{a}は{b}で実施されている", "{a}では{b}が実施されている"),
    "initiatedBy": ("{a}は{b}の発案による", "{a}は{b}を発案した"),
    "isPartOf": ("{a}は{b}の一部である", "{a}の一部に{b}がある"),
    "locatedIn": ("{a}は{b}にある", "{a}には{b}がある"),
    "memberStateOf": ("{a}は{b}の加盟国である", "{a}の加盟国に{b}がある"),
    "membersOf": ("{a}は{b}に加盟する国々である", "{a}に加盟する国々が{b}である"),
    "mentionsAsContext": ("{a}は{b}に背景として言及している", "{a}は{b}で背景として言及されている"),
    "operatesAt": ("{a}の活動レベルは{b}である", "{a}は{b}の活動レベルである"),
    "organizedBy": ("{a}は{b}が主催した", "{a}は{b}を主催した"),
    "participant": ("{a}には{b}が参加した", "{a}は{b}に参加した"),
    "participantsFrom": ("{a}には{b}から参加者があった", "{a}から{b}に参加者があった"),
    "party": ("{a}の当事者に{b}がある", "{a}は{b}の当事者である"),
    "plannedIn": ("{a}は{b}で計画されている", "{a}では{b}が計画されている"),
    "policyOf": ("{a}は{b}の政策または文書である", "{a}の政策または文書に{b}がある"),
    "predecessor": ("{a}は{b}に続くものである", "{a}に続くものが{b}である"),
    "refersTo": ("{a}は{b}を参照している", "{a}は{b}で参照されている"),
    "reportedBy": ("{a}は{b}が報告した", "{a}は{b}を報告した"),
    "respondsTo": ("{a}は{b}に対応するものである", "{a}に対応するものとして{b}がある"),
    "resultedIn": ("{a}の結果として{b}が生まれた", "{a}は{b}の結果として生まれた"),
    "runBy": ("{a}は{b}が運営している", "{a}は{b}を運営している"),
    "sector": ("{a}は{b}を対象分野としている", "{a}は{b}の対象分野である"),
    "signatory": ("{a}の署名者は{b}である", "{a}は{b}の署名者である"),
    "signs": ("{a}では{b}が署名された", "{a}は{b}で署名された"),
    "subOrganizationOf": ("{a}は{b}に属している", "{a}には{b}が属している"),
    "supports": ("{a}は{b}を支援している", "{a}は{b}の支援を受けている"),
    "targetGroup": ("{a}は{b}を対象者としている", "{a}は{b}の対象者である"),
    "technicalExpertiseFrom": (
        "{a}は{b}から技術的知見の提供を受けている",
        "{a}は{b}に技術的知見を提供している",
    ),
    "theme": ("{a}は{b}をテーマとしている", "{a}は{b}のテーマである"),
    "type": ("{a}の種別は{b}である", "{a}に分類されるものに{b}がある"),
    "wasDerivedFrom": ("{a}は{b}に記されている", "{a}には{b}が記されている"),
    "withinFrameworkOf": ("{a}は{b}の枠組みの下にある", "{a}の枠組みの下に{b}がある"),
    "worksTowardsRatificationOf": ("{a}は{b}の批准を目指している", "{a}の批准を{b}が目指している"),
    "worksWith": ("{a}は{b}と連携している", "{a}は{b}と連携している"),
    # contracted nodes
    "member": ("{a}は{b}の一員である", "{a}の一員に{b}がある"),
    "post": ("{a}は{b}の{detail}を務めている", "{a}の{detail}は{b}が務めている"),
    "money-receiver": (
        "{a}は{b}に資金を提供している（{detail}）",
        "{a}は{b}から資金の提供を受けている（{detail}）",
    ),
    "money-purpose": (
        "{a}は{b}のために資金を提供している（{detail}）",
        "{a}のために{b}が資金を提供している（{detail}）",
    ),
    "money-fundedThrough": (
        "{a}は{b}を通じて資金を提供している（{detail}）",
        "{a}を通じて{b}が資金を提供している（{detail}）",
    ),
    "money-drawnFrom": (
        "{a}は{b}から資金を支出している（{detail}）",
        "{a}から{b}が資金を支出している（{detail}）",
    ),
    "figure": ("{a}には{b}に関わる数値がある（{detail}）", "{a}は{b}の数値に関わる（{detail}）"),
    # any other property
    "other": ("{a}の{label}は{b}である", "{b}の{label}は{a}である"),
}

MEASURES: Final[Mapping[str, tuple[str, str]]] = {
    "entities": ("項目数", "ネットワークの項目は{value}件である。"),
    "pairs": ("組の数", "直接の関係がある項目の組は{value}組である。"),
    "parts": ("部分の数", "ネットワークは、互いにつながりのない{value}個の部分に分かれる。"),
    "largest-part": ("最大の部分", "最大の部分には{value}件の項目がある。"),
    "diameter": ("直径", "最大の部分では、どの2件も{value}段階以内でつながる。"),
    "distance": ("平均距離", "最大の部分では、2件の間は平均{value}段階である。"),
    "degree": ("次数", "{name}は{value}件と直接の関係がある：{others}。"),
    "betweenness": ("媒介中心性", "ほかの2件を結ぶ最短経路のうち{percent}％が{name}を通る。"),
    "cut-off": ("切断", "{name}がなければ、{value}件が残りとのつながりを失う：{others}。"),
    "broken-pairs": ("切れる組", "{name}がなければ、ほかの項目の{value}組の間に経路がなくなる。"),
    "bridge": (
        "橋",
        "{name}と{other}の関係がなければ、{value}件が残りとのつながりを失う：{others}。",
    ),
    "community": (
        "コミュニティー",
        "{name}を中心とする{value}件の集まりで、互いの関係がほかとの関係より密である：{others}。",
    ),
    "isolated": ("孤立", "{name}には他の項目との関係がない。"),
    "isolated-implied": (
        "孤立",
        "{name}は、--include implied を付けた場合にのみ他の項目と関係がある：{others}。",
    ),
    "holds-nothing": ("切断", "{name}がなくても、ほかにつながりを失う項目はない。"),
}
