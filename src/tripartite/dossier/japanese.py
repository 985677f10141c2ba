"""The words of a dossier in Japanese, as an official document has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# The keys are those of ``english``.
JAPANESE: Final[Mapping[str, str]] = {
    # the head
    "dossier": "調書",
    "also-called": "別称",
    "identifiers": "識別子",
    "as-of": "資料の作成時期",
    "how-to-read": "凡例",
    "reading": "本調書の記述は、いずれも記録された事実から作成した。番号は末尾の注に対応し、"
    "根拠となる資料、見出し及び文字位置を示す。「{stated}」は資料に明記された事項、"
    "「{implied}」は資料の文脈から導かれる事項、「{editorial}」は編者が付した事項、"
    "「{inferred}」は規則により導出した事項である。区分の表示のない記述は「{stated}」である。",
    "contents": "目次",
    # sections
    "summary": "概要",
    "facts": "主な事項",
    "activities": "事業・基金・プロジェクト・行事",
    "partners": "関係機関・関係者",
    "results": "目的・成果・取組",
    "figures": "金額・数値",
    "background": "背景",
    "timeline": "年表",
    "picture": "関係図",
    "tensions": "資料間の相違",
    "gaps": "資料に記載のない事項",
    "sources": "出典資料",
    "names": "名称対照表",
    "notes": "注",
    # remarks
    "results-remark": "本件自体の目的・取組に加え、上に掲げた事業等のもの（実施地を問わない）を"
    "含む。",
    "figures-remark": "各資料の記載による。計上の基準が異なる数値は、合算や比較をしてはならない。",
    "no-own-figures": "各資料の記載による（本件自体の数値は記載がない）。計上の基準が異なる数値は、"
    "合算や比較をしてはならない。",
    "figures-of-actions": "本件の取組に関するもの",
    "figures-of-works": "上に掲げた事業等及びその取組に関するもの",
    "figures-of-places": "域内の場所に関するもの",
    "figures-of-struck": "本件に被害を及ぼした災害の被災地に関するもの"
    "（被災地の所在は資料に記載がない）",
    "figures-of-background": "資料が背景として述べる事項に関するもの",
    "timeline-remark": "年月日は資料の記載による。年のみの記載は暦年とみなし、"
    "対応し得る年度を併記する。資料（記号で示す）の時点における状況には、その資料の作成時期を"
    "括弧内に示す。",
    "names-remark": "本調書で用いる名称と、資料における表記との対照である。"
    "資料に記載のない名称は「編集上」とした。",
    "no-tensions": "本件に関わる資料間の相違は確認されていない。",
    "no-gaps": "本件の種別について通常示される事項は、いずれも記載がある。",
    "gaps-undeclared": "本件の種別については、通常示される事項を定めていない。",
    "picture-remark": "上の事実に基づき、本件と直接の関係があるものを示す。",
    # columns
    "relation": "関係",
    "what": "内容",
    "who": "相手方",
    "name": "名称",
    "where": "実施地・対象地",
    "status": "状況",
    "payers": "資金",
    "standing": "区分",
    "kind": "種別",
    "result": "内容",
    "of": "主体",
    "measure": "項目",
    "amount": "金額・数値",
    "basis": "計上の基準",
    "period": "期間",
    "fiscal-year": "年度",
    "between": "拠出元・拠出先・対象",
    "when": "年月日",
    "claim": "記載内容",
    "fact": "事項",
    "state": "記載の有無",
    "letter": "記号",
    "title": "資料名",
    "publisher": "発行者",
    "written": "作成時期",
    "file": "ファイル",
    "cited": "注の数",
    "printed": "資料における表記",
    "origin": "本調書での名称",
    "number": "数値",
    "minimum": "下限（数値）",
    "maximum": "上限（数値）",
    "unit": "通貨・単位",
    "note": "注",
    "item": "項目",
    "part": "表",
    "proof": "根拠",
    "claim-id": "主張",
    "text": "本文",
    "document": "資料",
    "heading": "見出し",
    "characters": "文字位置",
    "words": "原文",
    "remark": "備考",
    # realisations, as titles of tables
    "objectives": "目的",
    "claimed-achieved": "達成とされるもの",
    "verified": "達成が確認されたもの",
    "ongoing": "実施中のもの",
    "planned": "計画又は措置されたもの（実施の記載がないもの）",
    "possible": "可能性として示されたもの",
    "unknown": "段階の記載がないもの",
    # pieces
    "from": "拠出元：{}",
    "from-unsaid": "拠出元の記載なし",
    "done-by": "{}の取組",
    "to": "拠出先：{}",
    "about": "対象：{}",
    "through": "経由：{}",
    "scope": "範囲：{}",
    "restates": "{}と同一の額",
    "part-of": "{}の内数",
    "more-names": "ほか{}件",
    "comma": "、",
    "last-comma": "、",
    "stop": "。",
    "semicolon": "；",
    "colon": "：",
    "as-printed": "（原文のまま）",
    "open": "（",
    "money-from": "資金の拠出元",
    "dash": "―",
    "close": "）",
    "disputed": "疑義あり",
    "status-as-of": "{status}（{document}）",
    "as-of-document": "{document}の時点（{written}）",
    "by-rule": "規則「{}」による",
    "from-notes": "{}に基づく",
    "characters-of": "{}字",
    # figures
    "basis-unspecified": "記載なし",
    "basis-is": "計上の基準は{}",
    "of-figure": "{about} — {figure}",
}
