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
    "no-documents-at-hand": "{path}：文書がありません。"
    "--documents または TRIPARTITE_DOCUMENTS でフォルダーを指定してください",
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
    "unknown-parameter": "{query} に引数 {name!r} はありません。使える引数：{known}",
    "unknown-query": "{name!r} というクエリーはありません",
    "wrong-query-form": "{source}：{form} クエリーが必要です",
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
    # counts
    "rows": "{count}件",
    "one-row": "1件",
    "findings": "指摘{count}件",
    "one-finding": "指摘1件",
    "query-standing": "各クエリーは確かさの区分（standing）を示すか standing:stated に限定します。",
    "conforms": "指摘なし：グラフは適合しています",
    "answer-true": "はい",
    "answer-false": "いいえ",
    # verify: what would be right
    "verify-basis": "年額と述べる箇所がある場合に限り、根拠を年額とします",
    "verify-changed": "読み取り時と同じファイルを置きます（SHA-256 を記録済み）。"
    "語句の現在の位置は --relocate で確認できます",
    "verify-currency": "典拠箇所に通貨の記載が必要です",
    "verify-date": "典拠箇所に年・月・日の記載が必要です",
    "verify-digest": "範囲の語句は記録と一致しなければなりません。範囲を直すか、"
    "読み直したうえで --record で記録してください",
    "verify-duplicate": "主張は、内容または典拠箇所がほかの主張と異なる必要があります",
    "verify-file": "文書のフォルダーにこのファイルが必要です",
    "verify-heading": "主語を示す見出しを典拠箇所に含めます",
    "verify-length": "文書の文字数は記録と一致しなければなりません",
    "verify-name": "典拠箇所に名称（ラベル、別名、またはその範囲の指示表現）が必要です",
    "verify-number": "典拠箇所にこの数の記載が必要です",
    "verify-qualifier": "典拠箇所にある「約」「以上」などの語句と、数量の限定を一致させます",
    "verify-record": "文書の範囲を記録してください：tripartite verify --record",
    "verify-span": "範囲は文書の中に収まらなければなりません",
    "verify-text": "典拠箇所に題名または連絡先の記載が必要です",
    "verify-word": "範囲は語の途中で始めたり終えたりできません",
    "verified": "主張{claims}件と範囲{spans}件はすべて文書と一致します：{documents}",
    "covered": "文・見出し・項目{segments}件はすべて主張に反映されています：{documents}",
    "what-moved": "{document}：元の位置のままの範囲{same}件、移動{moved}件、"
    "語句に変更のあるもの{edited}件、複数箇所に一致{several}件、"
    "該当なし{lost}件",
    "nothing-quotes-it": "引用する主張がありません",
    "segment-document": "文書",
    "segment-heading": "見出し",
    "segment-item": "項目",
    "segment-sentence": "文",
    "relocate-edited": "語句に変更あり",
    "relocate-lost": "該当なし",
    "relocate-moved": "移動",
    "relocate-several": "複数箇所",
    "one-at-a-time": "--coverage、--relocate、--record は同時に指定できません",
    "verifying": "文書と照合しています",
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
