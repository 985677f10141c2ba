"""The words of the page of a picture, in Japanese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

JAPANESE: Final[Mapping[str, str]] = {
    # the head
    "over": "関係図",
    "still": "図の表示に必要なスクリプトが動作していません。図の内容は、根拠とともにすべて下の"
    "一覧にあります。",
    "no-webgl": "このブラウザーでは図を表示できません（WebGL非対応）。図の内容は、根拠とともに"
    "すべて下の一覧にあります。",
    "skip": "図を飛ばす",
    "search": "検索",
    "search-hint": "日本語または英語の名称",
    "hits": "検索結果",
    "no-hits": "該当する名称はありません。",
    "theme": "暗い配色",
    "print": "印刷",
    # the picture
    "picture": "項目と関係の図",
    "role": "移動できる図",
    "whole": "全体を表示",
    "nearer": "拡大",
    "farther": "縮小",
    "all": "全{n}件を表示",
    "expanded": "追加で表示：{n}件",
    "at-node": "{label}。{types}。表示中の関係：{n}件。",
    "at-hidden": "未表示の隣接項目：{n}件。",
    # the legend
    "legend": "凡例と絞り込み",
    "what": "項目",
    "how": "関係",
    "types": "種類",
    "types-of": "種類：{family}",
    "no-type": "種類の記載なし",
    "arrow": "線の先の矢印は、関係の向きを示します。",
    "badge": "+3：未表示の隣接項目の数です。",
    # the panel
    "panel": "詳細",
    "panel-empty": "項目または関係を選ぶと、その内容と根拠の箇所を表示します。",
    "close": "閉じる",
    "expand": "未表示の隣接項目を表示（{n}件）",
    "also": "別名",
    "relations": "関係",
    "proofs": "根拠",
    "keys": "キー操作",
    "key-arrows": "矢印",
    "does-arrows": "その方向の次の項目へ移動",
    "key-step": ". と ,",
    "does-step": "次の関係、前の関係へ移動",
    "key-open": "Enter",
    "does-open": "選択中の項目または関係を開く",
    "key-expand": "+",
    "does-expand": "未表示の隣接項目を表示",
    "key-close": "Esc",
    "does-close": "閉じて元の位置に戻る",
    "key-whole": "0",
    "does-whole": "全体を表示",
    "key-search": "/",
    "does-search": "検索欄へ移動",
    # the lists
    "list": "文字による一覧",
    "counts": "表示中：項目 {nodes}/{all} 件、関係 {edges}/{every} 件",
    "entities": "項目",
    "note": "根拠{n}",
    "characters": "文字位置 {span}",
    "comma": "、",
}
