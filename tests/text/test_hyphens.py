"""Hyphens that stand within Chinese words by accident, and those that are meant."""

from __future__ import annotations

import pytest

from kg.text.mapped import whole
from kg.text.repair import repair


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("馆长宣布阅览室揭牌仪- 式开始", "馆长宣布阅览室揭牌仪式开始"),
        ("县文联副主-席到场祝贺", "县文联副主席到场祝贺"),
        ("双方签订了框架协-", "双方签订了框架协"),
        ("他说，-要把好事办好", "他说，要把好事办好"),
    ],
)
def test_a_hyphen_within_a_word_goes(read, meant):
    assert repair(whole(read)).text == meant


@pytest.mark.parametrize(
    "text", ["中国-东盟博览会开幕", "郑州-卢森堡航线开通", "总统马丁内斯-奥尔特加致辞", "客服电话0971-82112", "本-古里安机场"]
)
def test_a_hyphen_that_was_meant_stays(text):
    assert repair(whole(text)).text == text
