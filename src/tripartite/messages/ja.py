"""Messages in Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

JAPANESE: Final[Mapping[str, str]] = {
    # failures
    "did-you-mean": "。{nearest!r} のことですか",
    "ambiguous-name": "{name!r} に当てはまるものが複数あります：{candidates}。"
    "いずれかのCURIEで指定してください",
    "bad-value": "{name}={value!r}：{kind}を指定してください",
    "engine-gave-up": "{source}：検索エンジンが処理を中断しました：{why}",
    "missing-parameter-value": "{given!r}：「名前=値」の形で指定してください",
    "no-build": "{path}：読み込めるビルドがありません：{why}",
    "no-claims": "{path}：文書データがありません（documents/*.trig が必要です）",
    "no-document-file": "{path}：文書 {document!r} がここにありません。"
    "--documents でフォルダーを指定してください",
    "no-documents-folder": "{path}：文書のフォルダーがありません",
    "no-ontology": "{path}：オントロジーがありません（*.ttl が必要です）",
    "no-project": "{path}：プロジェクトではありません（フォルダー data がありません）",
    "no-query-given": "クエリー名、ファイル、'-'、または -q で本文を指定してください",
    "not-found-in-document": "{document}：この文字列は文書にありません"
    "（空白の違いは無視）：{text!r}",
    "not-for-this-result": "形式 {format!r} ではこの結果を書き出せません。使える形式：{known}",
    "not-parsed": "{path}:{line}:{column}：{why}",
    "not-read": "{path}：読み込めません：{why}",
    "not-written": "{path}：書き込めません：{why}",
    "query-ends": "{source}:{line}:{column}：この位置までに何かが欠けています",
    "query-prefix": "{source}:{line}:{column}：接頭辞が宣言されていません",
    "query-syntax": "{source}:{line}:{column}：{found!r} はここに書けません。"
    "書けるもの：{expected}",
    "query-unexpected": "{source}:{line}:{column}：{found!r} はここに書けません",
    "query-unplaced": "{source}：{why}",
    "unknown-document": "{name!r} という文書はありません",
    "unknown-entity": "{name!r} という項目はありません",
    "unknown-format": "{name!r} という形式はありません。使える形式：{known}",
    "unknown-measure": "{name!r} という指標はありません。使える指標：{known}",
    "unknown-parameter": "{query} に引数 {name!r} はありません。使える引数：{known}",
    "unknown-query": "{name!r} というクエリーはありません",
    "wrong-query-form": "{source}：{form} クエリーが必要です",
    "avoided-end": "{name!r} は経路の端なので避けられません",
    "not-a-node": "{name!r} はネットワークの節点ではありません。"
    "組織、プロジェクト、国、テーマなどを指定してください",
    "one-end-twice": "{start!r} と {end!r} は同じ項目です。異なる二つの項目を指定してください",
    "unknown-extra": "{name!r} という節点の種類はありません。追加できるもの：{known}",
    "unknown-inclusion": "{name!r} は追加できません。追加できるもの：{known}",
    # kinds of parameter
    "kind-date": "日付（例：2017-05-11）",
    "kind-iri": "項目の名称、CURIE または IRI",
    "kind-number": "数値（例：2011、1.5）",
    "kind-text": "文字列",
    # notes
    "rebuilt": "再構築しました（変更：{changed}）",
    "first-build": "グラフを初めて構築しました",
    "document-differs": "{document}：手元のファイルは読み取り時と異なるため、原文を表示しません"
    "（SHA-256 不一致）",
    "no-expected-rows": "文書に記載がありません：{why}",
    "up-to-date": "最新です",
    "written": "{path} に書き出しました",
    "with-contacts": "個人の連絡先を含みます",
    "building": "グラフを構築しています",
    "checking": "シェイプとクエリーで検査しています",
    "exporting": "書き出しています",
    # paths
    "no-path": "{start}と{end}の間に経路はありません",
    "no-path-within": "その長さ以内の経路はありません。最短は{shortest}です",
    "no-relation": "このネットワークで{name}には関係がありません",
    "path-with-implied": "--include implied を付けると、最短経路は{steps}です",
    "path-with-extra": "--include implied --with {extra} を付けると、最短経路は{steps}です",
    "only-way": "このネットワークでは、両者の間の経路はすべて{name}（隣接{count}件）を通ります",
    "only-way-left": "避けたものを除くと、このネットワークでの両者の間の経路はすべて"
    "{name}（隣接{count}件）を通ります",
    "way-around": "これらの経路はすべて{name}（隣接{count}件）を通ります。"
    "避けた場合（--avoid {curie}）の最短は{steps}です",
    "paths-cut": "経路はほかにもあります（表示は{most}件）。--max-paths で増やせます",
    "steps": "{count}段階",
    "one-step": "1段階",
    # measures
    "first-of-each": "各順位は上位{top}件の表示です。"
    "--top N で件数を変えられ、データ形式では全件です",
    "and-more": "{labels} ほか{count}件",
    "list-separator": "、",
    # counts
    "rows": "{count}件",
    "one-row": "1件",
    "findings": "指摘{count}件",
    "one-finding": "指摘1件",
    "query-standing": "各クエリーは確かさの区分（standing）を示すか standing:stated に限定します。",
    "conforms": "指摘なし：グラフは適合しています",
    "answer-true": "はい",
    "answer-false": "いいえ",
    # a citation
    "section-mark": "§",
    "disputed": "疑義あり",
    # show
    "what-it-is": "種別",
    "facts": "事実",
    "incoming": "他からの参照",
    "disagreements": "食い違い",
    "aliases": "別名",
    "identifiers": "識別子",
    "no-facts": "これについて述べた文書はありません",
}
