"""How a relation is called in a table, where its sentence would leave a gap in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tripartite.dossier.words import relation
from tripartite.network import phrasing

if TYPE_CHECKING:
    from collections.abc import Mapping

# Key: that of the sentence. What the other end is to the entity, which is the subject or the
# object of the relation; {detail} is the post. English says what its sentence does if it can.
_ENGLISH: Final[Mapping[str, tuple[str, str]]] = {
    "about": ("is about", "is the subject of"),
    "agreedAt": ("was agreed at", "saw the agreement of"),
    "constituentOf": ("is a constituent of", "has as a constituent"),
    "foundingMemberOf": ("is a founding member of", "has as a founding member"),
    "implementedIn": ("is implemented in", "is the place of work of"),
    "locatedIn": ("is located in", "is the location of"),
    "member": ("is a member of", "has as a member"),
    "memberStateOf": ("is a member State of", "has as a member State"),
    "mentionsAsContext": ("mentions as context", "is context for"),
    "money-purpose": ("provides money for", "is the purpose of money from"),
    "participant": ("had as a participant", "took part in"),
    "party": ("has as a party", "is a party to"),
    "plannedIn": ("is planned in", "is the planned place of"),
    "post": ("serves as {detail} at", "has as {detail}"),
    "signatory": ("has as a signatory", "is a signatory of"),
    "targetGroup": ("is meant for", "are the people meant by"),
}
_JAPANESE: Final[Mapping[str, tuple[str, str]]] = {
    "about": ("主題", "本件を主題とするもの"),
    "adoptedBy": ("採択者", "採択したもの"),
    "affected": ("被害・影響を受けた所", "被害・影響を及ぼしたもの"),
    "agreedAt": ("合意の場", "合意されたもの"),
    "assistedIn": ("技術支援の対象国", "技術支援を行うもの"),
    "benefits": ("受益地", "本件を受益地とするもの"),
    "causedBy": ("原因", "結果"),
    "componentOf": ("上位の事業", "構成要素"),
    "constituentOf": ("構成者として属する機関", "構成者"),
    "contributedTo": ("貢献の対象", "貢献したもの"),
    "covers": ("対象", "本件を対象とするもの"),
    "drawnFrom": ("支出元", "支出先"),
    "establishedBy": ("設立者", "設立したもの"),
    "facilitates": ("促進の対象", "促進するもの"),
    "foundingMemberOf": ("原加盟国として属する機関", "原加盟国"),
    "fundedBy": ("資金の拠出元", "資金の提供先"),
    "fundedThrough": ("資金の経路", "本件を通じた資金の提供先"),
    "guidedBy": ("統括者", "統括の対象"),
    "hasAction": ("取組", "取組の主体"),
    "hasObjective": ("目的", "目的の主体"),
    "hasOutcome": ("アウトカム", "アウトカムの主体"),
    "hasOutput": ("アウトプット", "アウトプットの主体"),
    "hasPost": ("設置されたポスト", "ポストの設置機関"),
    "hasPriority": ("優先分野", "優先分野とするもの"),
    "implementedBy": ("実施機関", "実施する事業等"),
    "implementedIn": ("実施地", "実施されている事業等"),
    "initiatedBy": ("発案者", "発案したもの"),
    "isPartOf": ("上位の事業等", "構成する事業等"),
    "locatedIn": ("所在地", "所在するもの"),
    "memberStateOf": ("加盟先", "加盟国"),
    "membersOf": ("加盟先の機関", "加盟国の集まり"),
    "mentionsAsContext": ("背景として言及する対象", "背景として言及するもの"),
    "operatesAt": ("活動レベル", "活動するもの"),
    "organizedBy": ("主催者", "主催した行事"),
    "participant": ("参加者", "参加した行事"),
    "participantsFrom": ("参加者の出身地", "参加者を送った行事"),
    "party": ("当事者", "当事者である協定・協力"),
    "plannedIn": ("計画地", "計画されているもの"),
    "policyOf": ("政策・文書の主体", "政策・文書等"),
    "predecessor": ("前身", "後継"),
    "refersTo": ("参照の対象", "参照するもの"),
    "reportedBy": ("報告者", "報告したもの"),
    "respondsTo": ("対応の対象", "対応するもの"),
    "resultedIn": ("結果として生まれたもの", "結果をもたらしたもの"),
    "runBy": ("運営者", "運営するもの"),
    "sector": ("対象産業", "本件を対象産業とするもの"),
    "signatory": ("署名者", "署名したもの"),
    "signs": ("署名された文書", "署名の場"),
    "subOrganizationOf": ("所属先", "下部組織"),
    "supports": ("支援の対象", "支援者"),
    "targetGroup": ("対象者", "本件を対象者とするもの"),
    "technicalExpertiseFrom": ("技術的知見の提供元", "技術的知見の提供先"),
    "theme": ("テーマ", "本件をテーマとするもの"),
    "wasDerivedFrom": ("記載資料", "記載事項"),
    "withinFrameworkOf": ("枠組み", "枠組みの下にあるもの"),
    "worksTowardsRatificationOf": ("批准を目指す条約", "批准を目指すもの"),
    "worksWith": ("連携先", "連携先"),
    "member": ("所属先", "構成員"),
    "post": ("{detail}を務める機関", "{detail}"),
    "money-receiver": ("資金の拠出先", "資金の拠出元"),
    "money-purpose": ("資金の使途", "本件のための資金の拠出元"),
    "money-fundedThrough": ("資金の拠出経路", "本件を通じた資金の拠出元"),
    "money-drawnFrom": ("資金の支出元", "本件からの資金の支出者"),
}
_KNOWN: Final = {"en": _ENGLISH, "ja": _JAPANESE}


def name(phrase: str, language: str, detail: str, label: str, *, forward: bool) -> str:
    """Return what stands before the other end in a table: ``is funded by``, ``資金の拠出元``.

    Args:
        phrase: Key of the sentence.
        language: ``en`` or ``ja``.
        detail: The post or the figure.
        label: Of the property, where no sentence is made for it.
        forward: Whether the relation leads from the entity.
    """
    known = _KNOWN[language].get(phrase)
    if known:
        return known[0 if forward else 1].format(detail=detail)
    template = phrasing.template(phrase, language, forward=forward)
    return label if "{label}" in template else relation(template, language)
