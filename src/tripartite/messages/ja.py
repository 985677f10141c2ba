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
    "bad-date": "{name}：{value!r} は日付ではありません。2017-05-11 のように指定してください",
    "bad-value": "{name}={value!r}：{kind}を指定してください",
    "cell-too-long": "表計算のセルに入るのは{limit}文字までですが、それより長いセルがあります。"
    "csv または json で書き出してください",
    "column-taken": "列名 {name!r} は根拠の列に使われます。クエリーで別の名前を付けてください",
    "engine-ended": "{source}：検索エンジンが耐えられず、実行していたプロセスが終了しました"
    "（{why}）。入れ子を浅くしてください",
    "engine-gave-up": "{source}：検索エンジンが処理を中断しました：{why}",
    "missing-parameter-value": "{given!r}：「名前=値」の形で指定してください",
    "no-build": "{path}：読み込めるビルドがありません：{why}",
    "needs-files": "{wanted} にはプロジェクトのファイルが必要ですが、"
    "{store} にはグラフしかありません",
    "no-claims": "{path}：文書データがありません（documents/*.trig が必要です）",
    "no-data-set": "{path}：このファイルにデータセットの説明（dcat:Dataset の題名・説明・"
    "ライセンス）が必要です",
    "no-document-file": "{path}：文書 {document!r} がここにありません。"
    "--documents でフォルダーを指定してください",
    "no-digests": "{path}：引用箇所のダイジェストがありません。"
    "文書が読み取り時のままのうちに verify --record で記録してください",
    "not-as-read": "{document}：読み取り時のファイルと異なるため記録しません。"
    "verify --relocate を参照してください",
    "no-documents-folder": "{path}：文書のフォルダーがありません",
    "no-documents-at-hand": "{path}：文書がありません。"
    "--documents または TRIPARTITE_DOCUMENTS でフォルダーを指定してください",
    "no-geometry": "{path}：地図の図形データがありません。"
    "make demo またはパッケージの導入によって作成してください",
    "no-japanese-font": "PDFとPNGには日本語フォントが必要です。Pythonパッケージ{package}、または"
    "OSのフォント（Debianでは fonts-noto-cjk）を入れてください。"
    "svg、html、markdown、xlsx には不要です",
    "no-ontology": "{path}：オントロジーがありません（*.ttl が必要です）",
    "no-page-script": "ページのスクリプトがありません。"
    "プロジェクトを再度インストールしてください：pip install -e .",
    "no-process": "{source}：実行用のプロセスを開始できません：{why}",
    "no-project": "{path}：プロジェクトではありません（フォルダー data がありません）",
    "no-query-given": "クエリー名、ファイル、'-'、または -q で本文を指定してください",
    "not-found-in-document": "{document}：この文字列は文書にありません"
    "（空白の違いは無視）：{text!r}",
    "not-for-evidence": "形式 {format!r} には根拠を書く場所がありません。"
    "--evidence の回答は表になります。使える形式：{known}",
    "not-for-snapshots": "{path}：スナップショット以外のもの（{name!r}）があります。"
    "新しいフォルダー、空のフォルダー、または build --into で作ったフォルダーを指定してください",
    "not-for-this-result": "形式 {format!r} ではこの結果を書き出せません。使える形式：{known}",
    "not-parsed": "{path}:{line}:{column}：{why}",
    "not-read": "{path}：読み込めません：{why}",
    "not-written": "{path}：書き込めません：{why}",
    "out-of-memory": "{source}：メモリーの上限（{size} MiB）を超えました。"
    "一度に求める範囲を狭めてください",
    "out-of-time": "{source}：{seconds} 秒の制限時間を超えました。"
    "求める範囲を狭めるか、--timeout で延ばしてください",
    "query-ends": "{source}:{line}:{column}：この位置までに何かが欠けています",
    "query-prefix": "{source}:{line}:{column}：接頭辞が宣言されていません",
    "query-syntax": "{source}:{line}:{column}：{found!r} はここに書けません。"
    "書けるもの：{expected}",
    "query-too-deep": "{source}:{line}:{column}：入れ子が深すぎます（{limit} 段まで）",
    "query-too-long": "{source}：長すぎます（{size} バイト、上限は {limit} バイト）",
    "query-too-wide": "{source}:{line}:{column}：並ぶ要素が多すぎます（{limit} 個まで）。"
    "VALUES の値は何個でも並べられます",
    "query-unclear": "{source}:{line}:{column}：このクエリーの構造を読み取れないため、"
    "語と記号は合わせて {limit} 個までです",
    "query-unexpected": "{source}:{line}:{column}：{found!r} はここに書けません",
    "query-update": "{source}:{line}：クエリーでグラフを変更することはできません。"
    "SELECT、ASK、CONSTRUCT、DESCRIBE のいずれかで書いてください",
    "query-unplaced": "{source}：{why}",
    "refused-subselect": "{source}:{line}:{column}："
    "GRAPH {graph} の中の副問い合わせは受け付けません。"
    "どのグラフに該当したかを検索エンジンが示さないためです。"
    "GRAPH {graph} を副問い合わせの中に移し、{graph} を SELECT してください",
    "server-refused": "{source}:{line}:{column}：{keyword} {server} は受け付けません。"
    "--allow-remote でホストを指定しない限り、ほかのサーバーには問い合わせません",
    "server-unnamed": "{source}:{line}:{column}：{keyword} {server} は受け付けません。"
    "許可できるのは、IRI をこの位置に <…> の形で完全に書いたサーバーだけです",
    "too-many-triples": "{source}：トリプルが {limit} 件を超えました。"
    "一部だけでは全体と見分けがつかないため、何も書き出しません",
    "unknown-document": "{name!r} という文書はありません",
    "unknown-entity": "{name!r} という項目はありません",
    "unknown-format": "{name!r} という形式はありません。使える形式：{known}",
    "unknown-measure": "{name!r} という指標はありません。使える指標：{known}",
    "unknown-parameter": "{query} に引数 {name!r} はありません。使える引数：{known}",
    "unknown-query": "{name!r} というクエリーはありません",
    "unknown-standing": "{name!r} という区分はありません。含められる区分：{known}",
    "word-unclear": "{source}:{line}:{column}：{word!r} はここでは SERVICE と読まれるおそれが"
    "あります。SERVICE の前に空白を入れるか、別の接頭辞を使ってください",
    "wrong-query-form": "{source}：{form} クエリーが必要です",
    "avoided-end": "{name!r} は経路の端なので避けられません",
    "not-a-node": "{name!r} はネットワークの節点ではありません。"
    "組織、プロジェクト、国、テーマなどを指定してください",
    "one-end-twice": "{start!r} と {end!r} は同じ項目です。異なる二つの項目を指定してください",
    "unknown-extra": "{name!r} という節点の種類はありません。追加できるもの：{known}",
    "not-drawable": "線には両端の列 {ends} が必要ですが、結果の列は {columns} です"
    "（--ends で指定できます）",
    "truth-not-drawable": "ASK の答えは真偽だけなので、図にするものがありません。CONSTRUCT か、"
    "線の両端を返す SELECT を使ってください",
    "unknown-command": "{name!r} というコマンドはありません",
    "unknown-picture": "{name!r} という図はありません。あるもの：{known}",
    "usage-above": "{low} より大きく {high} 以下の数",
    "usage-bad-value": "{name} に指定できるのは{expected}です",
    "usage-between": "{low} から {high} までの整数",
    "usage-choice": " {choices} のいずれか",
    "usage-extra": "余分な引数があります：{given}",
    "usage-from": "{low} 以上の整数",
    "usage-help": "（使い方：{command}）",
    "usage-missing": "{name} を指定してください",
    "usage-no-option": "{name} というオプションはありません",
    "usage-no-value": "{name} には値が必要です",
    "only-of-query": "{options} はクエリーの結果だけに使えます。"
    "--query または -q でクエリーを指定してください",
    "not-on-map": "{name!r}に属する活動はありません。"
    "組織、プロジェクト、基金、テーマなどを指定してください",
    "not-two-ends": "{given!r}：両端の二つが必要です",
    "only-around": "--hops、--types、--max-nodes は項目の周囲を選ぶためのものです。"
    "経路とクエリーの結果には使えません",
    "values-beyond-reference": "pySHACL はデータの値の一部を計算できません（{why}）。"
    "値を直すか、先にデータ型を検査してください",
    "only-of-entities": "{options} は項目と経路だけに使えます。クエリーの結果はそのまま描かれます",
    "query-or-entities": "項目とクエリーは、どちらか一方だけを指定してください",
    "unknown-type": "種類 {name!r} の項目はありません。あるもの：{known}",
    "unknown-years": "{name!r} という年の数え方はありません。あるもの：{known}",
    "years-without-dates": "この範囲に日付はありません。日付は {first} から {last} までです",
    "years-reversed": "最後の年 {last} が最初の年 {first} より前です",
    # a graph on a server
    "answer-unfinished": "{server}：サーバーが回答を途中で打ち切りました"
    "（制限時間を超えた可能性があります）",
    "bad-address": "{url!r} はサーバーのアドレスではありません。"
    "https://data.example/query のように指定してください",
    "bad-credentials": "{names}：不完全であるか、送信できない文字を含みます",
    "bad-netrc": "{path}:{line}：読み取れません。machine、login、password が必要です",
    "bad-timeout": "TRIPARTITE_TIMEOUT={value!r}：秒数を指定してください",
    "broke-off": "{server}：接続が切れました：{why}",
    "denied": "{server}：認証が必要か、アクセスが許可されていません（HTTP {status}）。"
    "TRIPARTITE_TOKEN、TRIPARTITE_USER と TRIPARTITE_PASSWORD、"
    "または netrc で指定してください",
    "denied-in-the-open": "{server}：認証が必要です（HTTP {status}）。"
    "通信が暗号化されないため認証情報を送りませんでした。https を使ってください",
    "led-elsewhere": "{server}：別のサーバー {other} に転送されます。"
    "信頼できる場合はそのアドレスを指定してください",
    "led-nowhere": "{server}：転送先のアドレスが正しくありません",
    "no-graph-store": "{server}：データセット全体を一度に受け取れません（HTTP {status}）：{why}。"
    "何も変更されていません",
    "not-whole": "{server}：既定グラフに{found[0]}件、名前付きグラフに{found[1]}件あり、"
    "送った{sent[0]}件、{sent[1]}件と一致しません",
    "no-sparql": "{server}：SPARQLの結果ではなく {form} が返されました。"
    "検索用のアドレスか確認してください",
    "not-on-a-server": "{wanted} にはこのコンピューターの検索エンジンが必要ですが、"
    "{store} はサーバーです",
    "only-here": "この操作にはこのコンピューターにあるグラフが必要ですが、{store} はサーバーです。"
    "サーバーに対して使えるのは query、queries、show、find、export、check です",
    "open-netrc": "{path}：他の利用者が読み取れるため使用しません。chmod 600 を実行してください",
    "password-in-address": "アドレスにパスワードを含めることはできません（{host}）。"
    "TRIPARTITE_USER と TRIPARTITE_PASSWORD、または netrc で指定してください",
    "server-gave-up": "{server}：サーバーが処理を中断または拒否しました（HTTP {status}）：{why}",
    "server-slow": "{server}：{seconds}秒以内に回答が完了しませんでした"
    "（--timeout、TRIPARTITE_TIMEOUT を参照）",
    "server-status": "{server}：HTTP {status}：{why}",
    "too-many-redirects": "{server}：転送が繰り返されています",
    "unreachable": "{server}：接続できません：{why}",
    # kinds of parameter
    "kind-date": "日付（例：2017-05-11）",
    "kind-iri": "項目の名称、CURIE または IRI",
    "kind-number": "数値（例：2011、1.5）",
    "kind-text": "文字列",
    # what a row rests on
    "proof-editorial": "一部は編集上の情報です"
    "（ラベル、コード、対応付けなど、文書に記載のないもの）",
    "proof-negation": "該当するものがないことにも基づいており、それを示す主張はありません",
    "proof-no-match": "該当するものがなく、空の集まりに対する値です",
    "proof-no-triple": "クエリー自身の値だけでできており、事実を用いていません",
    "proof-nondeterministic": "実行のたびに変わる値を含みます",
    "proof-service": "一部は他のサーバーの回答であり、その出典は分かりません",
    "proof-unreadable": "クエリーの構造を読み取れないため、根拠となる主張を示せません",
    "proof-untraced": "根拠となるトリプルを完全にはたどれませんでした",
    "proof-zero-length-path": "長さゼロのパス（それ自身に至るもの）にも基づいています",
    # notes
    "rebuilt": "再構築しました（変更：{changed}）",
    "first-build": "グラフを初めて構築しました",
    "document-differs": "{document}：手元のファイルは読み取り時と異なるため、原文を表示しません"
    "（SHA-256 不一致）",
    "answer-limits": "この答えでは分からないこと：{why}",
    "empty-columns": "どの行でも空欄の列：{columns}",
    "graph-not-here": "FROM <{graph}>：このグラフはストアになく、取得もしないため、"
    "何も加わりません",
    "rows-cut": "行はほかにもあります（{limit} 行で打ち切り）。--max-rows で増やせます",
    "no-expected-rows": "文書に記載がありません：{why}",
    "also-included": "通常は回答に含めない主張も含めています：{standings}",
    "left-out": "{day} 現在：後に書かれたため除外した文書：{documents}",
    "perhaps-later": "{day} 現在：後に書かれた可能性があるが含めた文書：{documents}",
    "list-comma": "、",
    "implied": "含意",
    "up-to-date": "最新です",
    "written": "{path} に書き出しました",
    "with-contacts": "個人の連絡先を含みます",
    "published": "{folder} に公開しました。--store {folder} で検索できます",
    "published-at": "{server} に公開しました",
    "published-unseen": "{server} に公開しました（読み戻しての確認はできません）",
    "publishing": "グラフを送信しています",
    "building": "グラフを構築しています",
    "checking": "シェイプとクエリーで検査しています",
    "exporting": "書き出しています",
    "withheld": "通信が暗号化されないため認証情報を送りませんでした。https を使ってください",
    "only-queries": "クエリーだけで検査しました。"
    "その他のシェイプ、ファイル、不一致の検査はプロジェクトで行ってください",
    # check --build
    "build-content": "書き込んだグラフと異なります（SHA-256 不一致）",
    "build-count": "{found}件あります（書き込み時は{expected}件）",
    "build-file-changed": "書き込んだときと異なります（サイズまたは SHA-256 の不一致）",
    "build-file-extra": "このスナップショットのファイルではありません",
    "build-file-missing": "ありません",
    "build-gone": "この名前のスナップショットがないか、読み込めません",
    "build-manifest": "書き込んだときと異なります（SHA-256 がフォルダー名と一致しません）",
    "build-none": "まだ何も公開されていません",
    "build-unopened": "開けません：{why}",
    "build-whole": "ビルドは公開時のままです",
    "remedy-build": "tripartite build を実行してください",
    "remedy-build-into": "プロジェクトで tripartite build --into {folder} を実行してください",
    # the description of the data set
    "void-claim": "主張（一つの主張が一つのグラフ）",
    "void-derivation": "規則により主張から導かれたもの（一つの導出が一つのグラフ）",
    "void-distribution": "`tripartite export -f {form}` で書き出したデータセット",
    # periods
    "after": "{when}より後",
    "decade": "{year}年代",
    "since": "{when}以降",
    "span": "{first}～{last}",
    "until": "{when}まで",
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
    "no-findings": "指摘はありません",
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
    "by-rule": "規則：{rule}",
    "from-premises": "根拠：{premises}",
    # evidence of rows
    "evidence": "根拠",
    "evidence-of-row": "この行 · {remark}",
    "evidence-of-rows": "すべての行 · {remark}",
    # show
    "what-it-is": "種別",
    "facts": "事実",
    "incoming": "他からの参照",
    "disagreements": "食い違い",
    "identities": "同じものか別のものか",
    "aliases": "別名",
    "identifiers": "識別子",
    "gaps": "文書に記載のない事項",
    "gap-value": "{value}（{state}）",
    "gap-through": "{value}（{whole}について、{state}）",
    "nothing-missing": "{entity}について通常示される事項は、すべて文書に明記されています",
    "nothing-expected": "{entity}には、通常示される事項が定められていません"
    "（対象はプロジェクト、資金経路、団体、人物、行事、場所、テーマです）",
    "no-facts": "これについて述べた文書はありません",
    # disagreement
    "judged-contradict": "すべては同時に成り立たない",
    "judged-not-comparable": "比較できない",
    "judged-differ": "述べ方が異なる",
    "because-subject": "対象が異なる",
    "because-measure": "指標が異なる",
    "because-unit": "単位が異なる",
    "because-currency": "通貨が異なる",
    "because-scope": "限定範囲が異なる",
    "because-basis": "計上の基準が異なる",
    "because-period": "期間が異なる",
    "because-no-period": "期間が不明なものがある",
    "because-as-of": "時点が異なる",
    "because-examples": "例示の一覧である",
    "because-same-sum": "同じ額の換算表示である",
    "tension-idle": "これらの主張の食い違いは、どの規則でも検出されません"
    "（または検出されなくなりました）。説明を直すか削除してください",
    "not-explained": "説明はまだありません",
    "tension-unexplained": "これらの主張は食い違っていますが、説明がありません（{kind}）。"
    "data/tensions.ttl に説明を加えるか、主張を直してください",
    "no-figure": "{name!r} に数値はありません",
    "ambiguous-figure": "{name!r} には数値が複数あります。"
    "次のいずれかのCURIEで指定してください：{candidates}",
    # pictures
    "column-activity": "数える単位",
    "column-amount": "金額",
    "column-basis": "計上の基準",
    "column-by": "結び付く相手",
    "column-calendarYear": "暦年",
    "column-claim": "根拠",
    "column-component": "構成要素",
    "column-country": "国",
    "column-currency": "通貨",
    "column-derivation": "推論",
    "column-detail": "詳細",
    "column-direction": "向き",
    "column-drawn": "描き方",
    "column-earliest": "最も早い日",
    "column-entity": "主体",
    "column-fact": "事項",
    "column-figure": "数値",
    "column-fiscalYear": "年度",
    "column-from": "始点",
    "column-kind": "種類",
    "column-latest": "最も遅い日",
    "column-mark": "番号",
    "column-maximum": "上限",
    "column-measure": "指標",
    "column-minimum": "下限",
    "column-part": "部",
    "column-period": "年月日",
    "column-place": "場所",
    "column-placeClaim": "所在の根拠",
    "column-precision": "精度",
    "column-qualifier": "概数の種別",
    "column-receiver": "受領者",
    "column-relation": "関係",
    "column-ribbon": "帯",
    "column-sentence": "文",
    "column-stage": "段階",
    "column-standing": "区分",
    "column-subject": "対象となる活動",
    "column-tie": "結び付き",
    "column-tieClaim": "結び付きの根拠",
    "column-to": "終点",
    "column-unit": "単位",
    "column-verdict": "判定",
    "column-via": "経由",
    "column-width": "幅（ピクセル）",
    "edge-member": "加盟先",
    "edges-editorial": "編集 {count} 件",
    "edges-implied": "含意 {count} 件",
    "edges-inferred": "推論 {count} 件",
    "edges-stated": "明示 {count} 件",
    "edges-unproved": "根拠の主張のないもの {count} 件",
    "family-actor": "組織・人・パートナーシップ",
    "family-channel": "プログラム・基金・資金の経路",
    "family-event": "行事・出来事",
    "family-other": "その他",
    "family-place": "国・地域・場所",
    "family-text": "合意・政策・優先事項",
    "family-work": "プロジェクト",
    "map-boundaries": "境界線は使用データ（{source}）に描かれたとおりであり、"
    "本図は境界の画定や領土の帰属についていかなる立場も示すものではない。"
    "図法：ミラー円筒図法（中央経線は東経{centre}度）。",
    "map-counted": "{kind} {count}",
    "map-countries": "{count}か国。最も強い関係による内訳：{parts}。",
    "map-itself": "そのもの",
    "map-kind-assisted": "技術支援の対象国",
    "map-kind-benefits": "受益地",
    "map-kind-context": "背景としての言及（災害など）",
    "map-kind-covered": "対象地域",
    "map-kind-implemented": "実施地・開催地",
    "map-kind-participants": "参加者の出身地",
    "map-kind-planned": "計画地",
    "map-mark": "{kind}：{count}件（{standing}）",
    "map-no-country": "国との関係を述べた主張はない。",
    "map-not-spread": "地域や国グループについて述べられたことは、構成国の分として数えない。",
    "map-others": "一国に特定されない、またはどの国にあるかを述べた主張のない場所：{count}件。",
    "map-part": "{place}（{country}）",
    "map-parts": "国内の場所（その国の分にも数える）",
    "map-reading": "国の模様は最も強い関係を、輪郭線はその根拠の区分を示す。"
    "小さな印はその国のすべての関係で、数字は活動の件数である。"
    "構成要素や取組は、それが属するプロジェクトの分として数える。"
    "背景については、災害や記述の件数である。",
    "map-regions": "一国に特定されないもの、または国の記載のないもの",
    "map-rule": "一つの主張で当該主体と直接結び付くものを示す。すなわち、当該主体が資金を提供し、"
    "支援し、運営し、主催し、対応し、当事者となり、もしくは連携するもの、それを通じて資金の提供を"
    "受けるもの、その一部であるもの、それをテーマ、産業分野もしくは対象者とするもの、"
    "またはそれ自身である。",
    "map-sentence": "{said}。",
    "map-space": "",
    "map-spot": "{name}　{marks}",
    "map-title": "国と協力との関係（種類別）",
    "map-title-of": "{names}：国との関係（種類別）",
    "no-claim": "根拠の主張なし",
    "page-proofs": "根拠となる箇所",
    "page-remarks": "注記",
    "page-scroll": "図は画面より横に広いため、横に動かしてご覧ください。",
    "page-rows": "表で見る",
    "related": "関係がある",
    "scene-alone": "ここに関係のないもの：{names}。",
    "scene-answer": "問い合わせの結果",
    "scene-around": "{names}と関係するもの",
    "scene-bare": "（番号も書けない線：{count} 本。関係の一覧を参照）",
    "scene-between": "{start}から{end}への経路",
    "scene-counts": "項目 {nodes} 件、関係 {edges} 件",
    "scene-key": "番号は、語句を書く余地のない線の関係を示す：",
    "scene-left-out": "。上限のため、ほかの {count} 件は省きました",
    "scene-not-drawn": "。端が項目ではなく値であるため描いていないもの {count} 件",
    "scene-paths-cut": "。経路はほかにもあり、描いたのは {most} 本",
    "scene-rows-cut": "。回答は途中までで、行はほかにもある",
    "scene-standings": "（{parts}）",
    "scene-whole": "すべての項目とその関係",
    # timelines
    "timeline-as-of": "「{document}」の時点",
    "timeline-bounds-remark": "いずれの資料にも作成日の記載はない。"
    "作成日は図に示す二つの日の間のいずれかの日であり、その範囲は編集上定めたものである。"
    "資料の時点で述べられた事項は、その日に関するものである。",
    "timeline-by-fiscal": "（年度別）",
    "timeline-colon": "：",
    "timeline-counts": "日付のある事項 {marks} 件{details}、期間の長さ {lengths} 件、"
    "日付のないもの {undated} 件",
    "timeline-cropped": "{first}から{last}までに限って示す。範囲外の {left_out} 件は省き、"
    "図中の {clipped} 件は範囲の外に及ぶ。",
    "timeline-end": "{when}終了",
    "timeline-end-by": "{when}までに終了",
    "timeline-end-from": "{when}以降に終了",
    "relation-figure": "{measure}：{amount}",
    "timeline-fiscal-remark": "年度は4月1日に始まる。"
    "資料に年のみ記載されたものは暦年とみなすため、二つの年度にまたがる。",
    "timeline-folded": "日付のある事項の始まりも終わりもない期間は、軸を省略した：{spans}。",
    "timeline-follows": "「{earlier}」に続く",
    "timeline-length-about": "約{years}",
    "timeline-length-at-least": "{years}以上",
    "timeline-length-between": "{low}～{years}",
    "timeline-length-equivalent": "{years}相当",
    "timeline-length-exact": "{years}",
    "timeline-length-less-than": "{years}未満",
    "timeline-length-more-than": "{years}超",
    "timeline-length-nearly": "{years}近く",
    "timeline-length-up-to": "最長{years}",
    "timeline-lengths-remark": "期間の長さのみ記載され、始期と終期の記載がないものは、"
    "軸上に示していない。",
    "timeline-member": "{body}加盟国",
    "timeline-name-background": "背景",
    "timeline-name-documents": "資料",
    "timeline-name-events": "行事",
    "timeline-name-figures": "金額・数値",
    "timeline-name-lengths": "期間の長さ",
    "timeline-name-members": "加盟",
    "timeline-name-order": "段階",
    "timeline-name-undated": "日付なし",
    "timeline-name-works": "事業",
    "timeline-observed": "資料の時点",
    "timeline-one-year": "1年",
    "timeline-part-background": "背景：出来事・政策・組織",
    "timeline-part-documents": "資料の作成時期と、その時点の状況",
    "timeline-part-events": "行事",
    "timeline-part-figures": "金額・数値",
    "timeline-part-lengths": "期間の長さ（時期の記載がないもの）",
    "timeline-part-members": "加盟",
    "timeline-part-order": "段階の順序（時期の記載がないもの）",
    "timeline-part-undated": "資料に日付の記載がないもの（{count}件）",
    "timeline-part-works": "プログラム・基金・プロジェクト・取組",
    "timeline-phase": "第{number}段階",
    "timeline-post": "{body} {role}",
    "timeline-precision-as-of": "二つの日の間の一日",
    "timeline-precision-day": "日",
    "timeline-precision-decade": "年代",
    "timeline-precision-interval": "期間",
    "timeline-precision-length": "長さのみ",
    "timeline-precision-month": "月",
    "timeline-precision-open-end": "終期の記載なし",
    "timeline-precision-open-start": "始期の記載なし",
    "timeline-precision-order": "順序のみ",
    "timeline-precision-undated": "なし",
    "timeline-precision-year": "年",
    "timeline-reasons": "これより前ではない理由：{first}これより後ではない理由：{last}",
    "timeline-sign-bounds": "二つの日の間の一日",
    "timeline-sign-cut": "図の範囲の外に及ぶ",
    "timeline-sign-day": "その日",
    "timeline-sign-decade": "その年代のいずれかの時",
    "timeline-sign-month": "その月のいずれかの時",
    "timeline-sign-open": "終期（又は始期）の記載なし",
    "timeline-sign-sure": "その期間の全体",
    "timeline-sign-tail": "その時に開始（終期の記載なし）",
    "timeline-sign-within": "その間のいずれかの時",
    "timeline-start": "{when}開始",
    "timeline-start-after": "{when}より後に開始",
    "timeline-start-by": "{when}までに開始",
    "timeline-start-from": "{when}以降に開始",
    "timeline-title": "年表（日付のあるすべての事項）",
    "timeline-title-of": "年表：{names}",
    "timeline-undated-channels": "プログラム・基金・パートナーシップ（{count}件）",
    "timeline-undated-events": "行事・出来事（{count}件）",
    "timeline-undated-texts": "政策・合意・条約（{count}件）",
    "timeline-undated-works": "プロジェクトとその構成部分（{count}件）",
    "timeline-written": "作成日は{when}の間",
    "timeline-years": "{count}年",
    # amounts
    "amount-about": "約{amount}",
    "amount-at-least": "{amount}以上",
    "amount-between": "{amount}",
    "amount-equivalent": "{amount}相当",
    "amount-exact": "{amount}",
    "amount-less-than": "{amount}未満",
    "amount-more-than": "{amount}超",
    "amount-nearly": "{amount}近く",
    "amount-range": "{first}～{last}",
    "amount-up-to": "最大{amount}",
    # the flow of money
    "flow-all": "資金の流れ（文書の記載による）",
    "flow-also": "（{amount}）",
    "flow-channel": "資金経路",
    "flow-colon": "：",
    "flow-counts": "帯：{count}本（{parts}）。",
    "flow-fill-box": "枠内に記載：流れではない",
    "flow-fill-none": "金額の記載なし",
    "flow-fill-other": "支援・帰属：資金とは述べられていない",
    "flow-fill-scale": "金額の記載あり：幅は縮尺による",
    "flow-fill-whole": "内訳と並べては描いていない",
    "flow-fill-words": "金額の記載あり：縮尺によらず文字で示す",
    "flow-funder": "資金拠出者",
    "flow-gap": "文書にこれ以上の記載なし",
    "flow-no-amount": "金額の記載なし",
    "flow-no-amounts": "ここには金額の記載がなく、幅に意味はない。",
    "flow-no-basis": "計上の基準の記載なし",
    "flow-no-channel": "資金経路の記載なし",
    "flow-no-funder": "資金拠出者の記載なし",
    "flow-no-place": "対象地の記載なし",
    "flow-no-scale": "ここには互いに比較できる金額がないため、幅では表さず、それぞれ文字で示す。",
    "flow-no-sums": "金額の記載はない。",
    "flow-no-work": "プロジェクトの記載なし",
    "flow-none": "資金について述べた主張はない。",
    "flow-nothing": "資金の流れについて{names}に触れた記載はない。",
    "flow-of": "資金の流れ：{names}",
    "flow-place": "対象地",
    "flow-reading": "帯はそれぞれ独立した一つの記載である。二つの帯が同じ資金を"
    "述べていることも、続く二つの帯が別の資金を述べていることもある。金額の分割や合算は"
    "しておらず、枠に入る額と出る額は一致するとは限らない。省・政府・国は、記載のとおり"
    "別々に示す。対象地への帯は活動の場所を示すもので、資金がそこへ渡ることを意味しない"
    "。",
    "flow-received": "受領者は{name}",
    "flow-restated": "{amounts}とも記載",
    "flow-ruler": "{amount}（{basis}）",
    "flow-same": "同じ{amount}",
    "flow-scale": "幅：{currency}、{basis}、記載のとおり（この縮"
    "尺による金額は{count}件）。ほかの帯の幅はすべて同じである。",
    "flow-stage-channel": "経路",
    "flow-stage-funder": "拠出者",
    "flow-stage-place": "対象地",
    "flow-stage-work": "プロジェクト",
    "flow-sums": "金額の記載：{count}件。",
    "flow-whole": "内訳と並べて描いていないもの：{sum}（{standing}）",
    "flow-work": "プロジェクト・活動・受領者",
    # validation
    "engine-missing": "検証には pySHACL を使いました（この環境には高速な検証エンジンがありません）",
    # check of files
    "check-needs-both": "--dataと--shapesは一緒に指定します：{missing}がありません",
    "checking-files": "ファイルを検査しています",
    "not-imported": "owl:importsの{iri}は読み込みません（外部からの取得は行いません）。"
    "そのファイルを--shapesで指定してください",
    "not-parsed-somewhere": "{path}：{why}",
    "remote-context": "{path}：外部にあるJSON-LDコンテキストを参照していますが、"
    "外部からの取得は行いません。"
    "コンテキストをファイルに書き込んでください",
    "remote-entity": "{path}:{line}：実体{name!r}は外部にあり、"
    "外部からの取得は行いません。"
    "その内容をファイルに書き込んでください",
    "results-cut": "最初の{count}件だけを示しています。"
    "すべて示すには--max-results 0を指定してください",
    "shape-asks-server": "{source}:{line}:{column}：{keyword} {server}は受け付けません。"
    "シェイプのクエリーが外部のサーバーに問い合わせることはできません",
    "shape-beyond-reference": "shapes：入れ子が深すぎてpySHACLでは処理できません。浅くしてください",
    "shape-few": "{place}：{shape}：{path}がありません",
    "shape-malformed": "{place}：{shape}：SHACLの書き方になっていません",
    "shape-many": "{place}：{shape}：{path}がSHACLで認められる数を超えています",
    "shape-names-graph": "{source}：FROM <{graph}>は受け付けません。"
    "シェイプはデータ全体を一つのグラフとして検査し、外部からの取得は行いません",
    "shape-path-too-long": "{source}：パスが長すぎます（要素は{limit}個まで）",
    "shape-pathless": "{place}：{shape}：sh:pathのないプロパティシェイプがあり、何も検査されません",
    "shape-too-deep": "{source}：入れ子が深すぎます（シェイプまたはパスの要素は{limit}段まで）",
    "shape-unknown-severity": "{place}：{shape}：{severity}は重大度ではありません。"
    "使えるもの：sh:Info、sh:Warning、sh:Violation、またはシェイプでsh:Severityと宣言したもの",
    "shape-unknown-term": "{place}：{term}はSHACLの用語ではありません",
    "shape-value": "{place}：{shape}：{path}の値を{value}とすることはできません",
    "timeout-of-files": "--timeoutはファイルの検査にだけ使えます。"
    "--dataと--shapesを指定してください",
    "stdin-once": "標準入力は一度だけ指定できます",
    "triple-term": "{path}：トリプルの中のトリプル（RDF 1.2）はSHACLで検証できません。"
    "RDF 1.1で記述してください",
    "unknown-ending": "{path}：拡張子{ending!r}のRDF形式はありません。"
    "使えるもの：{known}（いずれも.gz可）",
}
